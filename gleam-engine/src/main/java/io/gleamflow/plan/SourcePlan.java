package io.gleamflow.plan;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.SourceStep;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Plans the steps that rows come from. */
final class SourcePlan {

    /** Bytes of a source that are worth a shard. */
    private static final int WORTH_A_SHARD = 1 << 22;

    private final Stages stages;

    SourcePlan(Stages stages) {
        this.stages = stages;
    }

    Integer read(SourceStep.Read step) {
        List<SourceFile> files =
                stages.options().files().getOrDefault(step.head().place(), List.of());
        long bytes = 0;
        boolean packed = false;
        for (SourceFile file : files) {
            bytes += file.size();
            packed |= file.isPacked();
        }
        FileFormat format = step.format();
        boolean plain =
                format.kind() == FileFormat.Kind.TEXT && format.encoding().equals(StandardCharsets.UTF_8) && !packed;
        List<String> names = step.found().isEmpty() ? format.columns() : step.found();
        // a worker has no rows back that it has sent on
        boolean once = !(step.head().onError() instanceof OnError.Retry);
        Input input = plain && once && !step.withFile()
                ? new Input.Files(step.head(), files)
                : new Input.Records(step.head(), format, files, names, step.withFile());
        stages.source(input, step.head(), bytes / WORTH_A_SHARD);
        return stages.current();
    }

    Integer command(SourceStep.Command step) {
        FileFormat format = step.format();
        stages.source(
                new Input.Printed(step.head(), step.code(), step.launching(), format, format.columns()),
                step.head(),
                stages.options().cores());
        return stages.current();
    }

    Integer socket(SourceStep.Socket step) {
        FileFormat format = step.format();
        stages.source(
                new Input.Received(step.head(), step.host(), step.port(), format, format.columns()),
                step.head(),
                stages.options().cores());
        return stages.current();
    }

    Integer count(SourceStep.Count step) {
        stages.source(new Input.Numbers(step.head(), step.count()), step.head(), step.count() / 200_000);
        return stages.current();
    }

    /** All steps that reject into the dataset have been planned. */
    Integer rejected(SourceStep.Rejected step, String dataset) {
        stages.combine(new Input.Rejected(step.head(), stages.rejecting(dataset)), 1);
        stages.resume(stages.current(), 1);
        return stages.current();
    }

    Integer rows(SourceStep.Rows step) {
        stages.source(new Input.Inline(step.head(), step.rows()), step.head(), 1);
        return stages.current();
    }
}

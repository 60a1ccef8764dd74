package io.gleamflow.local;

import io.gleamflow.connector.LineStream;
import io.gleamflow.connector.Publication;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Joins the parts that the shards have written and puts all outputs in their places together. */
final class Publisher {

    private final RunOptions options;
    private final OutputFiles files;
    private final Publication publication;

    Publisher(RunOptions options, OutputFiles files, Publication publication) {
        this.options = options;
        this.files = files;
        this.publication = publication;
    }

    List<RunReport.Output> publish(Plan plan) throws FailureException {
        List<RunReport.Output> outputs = new ArrayList<>();
        EngineOperation.Write last = null;
        try {
            for (Stage stage : plan.stages()) {
                for (Operation operation : stage.tail()) {
                    if (operation instanceof EngineOperation.Write write) {
                        last = write;
                        outputs.add(join(write));
                    }
                }
            }
            publication.commit();
        } catch (IOException e) {
            if (last == null) {
                throw new IllegalStateException(e);
            }
            String message = e instanceof SourceException ? String.valueOf(e.getMessage()) : e.toString();
            throw new FailureException(Failure.of(Blame.RESOURCES, last.path().place(), last.title(), message), e);
        }
        return outputs;
    }

    private RunReport.Output join(EngineOperation.Write write) throws IOException {
        Path target = options.baseDirectory().resolve(write.path().value());
        Path staged = publication.stage(target);
        long rows = 0;
        try (OutputStream out = Files.newOutputStream(staged)) {
            if (isHeaded(write)) {
                out.write((String.join("\t", write.names()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (OutputFiles.Part part : files.parts(write)) {
                Files.copy(part.file(), out);
                rows += part.lines().rows();
            }
        }
        return new RunReport.Output(write.path().value(), rows, Files.size(staged));
    }

    private static boolean isHeaded(EngineOperation.Write write) {
        return write.format().kind() == FileFormat.Kind.TSV
                && write.line().isEmpty()
                && !write.names().isEmpty();
    }

    /** Shows what {@code print} has gathered, in the order of the descriptor and of the rows. */
    static void print(Plan plan, OutputFiles files, RunListener log) throws IOException {
        for (Stage stage : plan.stages()) {
            for (Operation operation : stage.tail()) {
                if (operation instanceof EngineOperation.Print) {
                    for (OutputFiles.Part part : files.parts(operation)) {
                        print(part, operation.title(), log);
                    }
                }
            }
        }
    }

    private static void print(OutputFiles.Part part, String title, RunListener log) throws IOException {
        try (InputStream in = Files.newInputStream(part.file())) {
            LineStream.read(
                    in,
                    Integer.MAX_VALUE / 2,
                    (bytes, start, end) ->
                            log.logged(title, new String(bytes, start, end - start, StandardCharsets.UTF_8)));
        }
    }
}

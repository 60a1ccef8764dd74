package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.row.RowSink;
import io.gleamflow.worker.Chain;
import io.gleamflow.worker.Failures;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One stage on one shard: rows from its input through its body and tail to the edge that leaves the stage. */
final class StageTask {

    private final RunContext run;
    private final Stage stage;
    private final int shard;
    private final ShardInput input;
    private final CountedRows output;
    private final RowSink tail;

    /**
     * @param ends makes the files of the ends in the tail
     * @param last takes the rows that leave the stage
     */
    StageTask(RunContext run, Stage stage, int shard, ShardInput input, Chain.Ends ends, RowSink last) {
        this.run = run;
        this.stage = stage;
        this.shard = shard;
        this.input = input;
        this.output = new CountedRows(last);
        this.tail = Chain.inEngine(stage.tail(), ends, output);
    }

    String name() {
        return "gleam-" + (stage.number() + 1) + "-" + shard;
    }

    Stage stage() {
        return stage;
    }

    /** Runs to the end of the input. */
    RunReport.Task run() throws FailureException, InterruptedException {
        try {
            Body body = stage.body();
            if (body instanceof Body.Chain chain) {
                return new WorkerTask(run, stage, chain, input, tail).run(shard, output);
            } else if (body instanceof Body.Pipeline pipeline) {
                return report(new PipelineTask(run, pipeline, input, tail).run());
            } else if (body instanceof Body.PerRow perRow) {
                return report(new PerRowTask(run, perRow, input, tail).run());
            }
            CountedRows counted = new CountedRows(tail);
            input.into(counted);
            counted.end();
            return new RunReport.Task(stage.title(), shard, 0, counted.rows(), output.rows());
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new FailureException(failure(e), e);
        }
    }

    private RunReport.Task report(long rowsIn) {
        return new RunReport.Task(stage.title(), shard, 0, rowsIn, output.rows());
    }

    /** What was thrown, as a failure of this stage. */
    Failure failure(Throwable thrown) {
        return Failures.of(thrown, head()).told(run.options().baseDirectory(), run.secrets()::hidden);
    }

    /** The step to name when nothing names one. */
    private Head head() {
        return first().orElseGet(() -> Head.of(stage.title(), run.flow().place(), Optional.empty(), List.of()));
    }

    private Optional<Head> first() {
        if (stage.body() instanceof Body.Chain chain) {
            return Optional.of(chain.operations().get(0).head());
        } else if (stage.body() instanceof Body.Pipeline pipeline) {
            return Optional.of(pipeline.steps().get(0).head());
        } else if (stage.body() instanceof Body.PerRow perRow) {
            return Optional.of(perRow.step().head());
        } else if (stage.input() instanceof Input.Files files) {
            return Optional.of(files.head());
        }
        return stage.tail().isEmpty()
                ? Optional.empty()
                : Optional.of(stage.tail().get(0).head());
    }
}

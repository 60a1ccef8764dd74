package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.row.LineColumns;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import io.gleamflow.worker.Chain;
import io.gleamflow.worker.Failures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One stage on one shard: rows from its input through its body and tail to the edge that leaves the stage. */
final class StageTask {

    private final RunContext run;
    private final Stage stage;
    private final int shard;
    private final ShardRows input;
    private final TaskRejects rejects;
    private final RowSink tail;

    /**
     * @param rejects takes what is rejected
     * @param engine makes what only the engine does
     * @param last takes the rows that leave the stage
     */
    StageTask(
            RunContext run,
            Stage stage,
            int shard,
            ShardRows input,
            TaskRejects rejects,
            Chain.Engine engine,
            RowSink last) {
        this.run = run;
        this.stage = stage;
        this.shard = shard;
        this.rejects = rejects;
        boolean isOfFiles = !Input.files(stage.input()).isEmpty();
        ShardRows counted = new CountedInput(input, run.figures().in(), isOfFiles);
        this.input = stage.front().isEmpty()
                ? counted
                : new FrontRows(
                        counted,
                        stage.front(),
                        engine,
                        operation -> rejects.of(operation, true),
                        run.figures().front());
        this.tail = Chain.inEngine(
                stage.tail(),
                engine,
                operation -> rejects.of(operation, false),
                run.figures().tail(),
                new FlowedRows(run.figures().out(), last));
    }

    String name() {
        return "gleam-" + (stage.number() + 1) + "-" + shard;
    }

    TaskFigures figures() {
        return run.figures();
    }

    /** Runs to the end of the input. */
    void run() throws FailureException, InterruptedException {
        try {
            Body body = stage.body();
            if (body instanceof Body.Chain chain) {
                new WorkerTask(run, stage, chain, input, rejects, tail).run(shard);
                rejects.end();
                return;
            }
            input.awaitReady();
            run.figures().begin();
            inTime(body, run.begin(stage));
        } catch (Stopped stopped) {
            stopped.rethrow();
            throw stopped;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new FailureException(failure(e), e);
        }
    }

    private void inTime(Body body, Deadlines.Watch clock) throws FailureException, IOException, InterruptedException {
        try {
            try {
                rows(body, clock);
            } catch (EnoughRowsException enough) {
                // nobody wants more
            }
            tail.end();
            rejects.end();
        } finally {
            clock.close();
            if (!stage.hasBody()) {
                run.figures().usedCpu(ThreadTime.ofThisThread());
            }
        }
    }

    /** Hands on all rows to the tail. */
    private void rows(Body body, Deadlines.Watch clock) throws FailureException, IOException, InterruptedException {
        if (body instanceof Body.Pipeline pipeline) {
            TaskRejects.OfProgram ofProgram = rejects.ofProgram(
                    pipeline.steps().get(0).head(),
                    pipeline.columns(),
                    pipeline.last().head());
            List<Path> scripts = PipelineTask.scripts(run, pipeline.steps());
            new WholeProgram(run, pipeline.steps().get(0).head(), clock)
                    .run(
                            input,
                            tail,
                            (in, rows, attempt) ->
                                    new PipelineTask(run, pipeline, scripts, in, ofProgram, rows, attempt).run());
        } else if (body instanceof Body.PerRow perRow) {
            new PerRowTask(run, perRow, input, rejects, tail, clock).run();
        } else if (body instanceof Body.PerKey perKey) {
            new PerKeyTask(run, perKey, input, rejects, tail, clock).run();
        } else if (body instanceof Body.Program program) {
            new WholeProgram(run, program.step().head(), clock)
                    .run(
                            input,
                            tail,
                            (in, rows, attempt) ->
                                    new ProgramTask(run, program.step(), in, rejects, rows, attempt).run());
        } else {
            rowsOfEngine();
        }
    }

    private void rowsOfEngine() throws FailureException, IOException {
        try {
            Optional<TextSink> text = tail.lines(LineColumns.WHOLE);
            if (text.isEmpty() || !input.intoText(text.get())) {
                input.into(tail);
            }
        } catch (StepFailedException e) {
            long row = run.figures().in().rows();
            throw new FailureException(Located.at(failure(e), input.where(row)), e);
        }
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
        if (stage.input() instanceof Input.Stepped stepped) {
            return Optional.of(stepped.head());
        }
        List<Operation> front = stage.front();
        return front.isEmpty()
                ? body().or(this::tail)
                : Optional.of(front.get(0).head());
    }

    private Optional<Head> body() {
        if (stage.body() instanceof Body.Chain chain) {
            return Optional.of(chain.operations().get(0).head());
        } else if (stage.body() instanceof Body.Pipeline pipeline) {
            return Optional.of(pipeline.steps().get(0).head());
        } else if (stage.body() instanceof Body.PerRow perRow) {
            return Optional.of(perRow.step().head());
        } else if (stage.body() instanceof Body.PerKey perKey) {
            return Optional.of(perKey.step().head());
        }
        return stage.body() instanceof Body.Program program
                ? Optional.of(program.step().head())
                : Optional.empty();
    }

    private Optional<Head> tail() {
        return stage.tail().stream().findFirst().map(Operation::head);
    }
}

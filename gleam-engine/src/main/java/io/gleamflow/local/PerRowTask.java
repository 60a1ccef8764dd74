package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import io.gleamflow.worker.StepRejects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A task whose body is a shell process for each row, one after the other: columns are arguments and variables. */
final class PerRowTask {

    private final RunContext run;
    private final Body.PerRow body;
    private final ShardRows input;
    private final Optional<StepRejects> rejects;
    private final RowSink tail;
    private final AttemptedRows rows;
    private final RowCursor cursor = new RowCursor();

    /**
     * @param clock of the task; it stands still while a process runs, which has a time of its own
     */
    PerRowTask(
            RunContext run,
            Body.PerRow body,
            ShardRows input,
            TaskRejects rejects,
            RowSink tail,
            Deadlines.Watch clock) {
        this.run = run;
        this.body = body;
        this.input = input;
        this.rejects = rejects.in(body.step().head(), body.columns());
        this.tail = tail;
        this.rows = new AttemptedRows(run, body.step().head(), Blame.SCRIPT, clock);
    }

    /** Runs to the end of the rows. */
    void run() throws FailureException, IOException, InterruptedException {
        Path file = Files.createTempFile(run.options().workDirectory(), "row-", ".sh");
        try {
            input.into(new RowSink() {
                @Override
                public void row(byte[] bytes, int start, int end) {
                    try {
                        if (rejects.isPresent()) {
                            runOrReject(rejects.get(), file, bytes, start, end);
                        } else {
                            run(file, bytes, start, end, tail);
                        }
                    } catch (FailureException e) {
                        throw new Stopped(e);
                    } catch (InterruptedException e) {
                        throw new Stopped(e);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void end() {}
            });
        } catch (Stopped stopped) {
            stopped.rethrow();
        }
    }

    private ShellScript script(byte[] bytes, int start, int end) throws FailureException {
        ShellScript script = new ShellScript(body.step().head(), body.step().code());
        script.params(run.flow().params());
        cursor.reset(bytes, start, end);
        Bytes values = new Bytes(256);
        int[] ends = new int[cursor.width() + 1];
        for (int i = 0; i < cursor.width(); i++) {
            ValueText.append(bytes, cursor.start(i), cursor.end(i), values);
            ends[i + 1] = values.length();
        }
        for (int i = 0; i < cursor.width() && i < body.columns().size(); i++) {
            script.variable(body.columns().get(i), values.array(), ends[i], ends[i + 1]);
        }
        script.beginArguments();
        for (int i = 0; i < cursor.width(); i++) {
            script.argument(values.array(), ends[i], ends[i + 1]);
        }
        script.endArguments();
        return script;
    }

    /** Holds back what the shell prints until it has ended well. */
    private void runOrReject(StepRejects to, Path file, byte[] bytes, int start, int end)
            throws FailureException, IOException, InterruptedException {
        to.came();
        RowSpool held = new RowSpool(1, run.memory().ofSpools(), run.spills());
        try {
            run(file, bytes, start, end, held);
            held.end();
            held.drainTo(tail);
        } catch (FailureException e) {
            if (e.failure().blame() != Blame.SCRIPT) {
                throw e;
            }
            to.reject(e.failure().message(), bytes, start, end, body.columns());
        } catch (StepFailedException e) {
            to.reject(e, bytes, start, end);
        } finally {
            held.close();
        }
    }

    private void run(Path file, byte[] bytes, int start, int end, RowSink into)
            throws FailureException, IOException, InterruptedException {
        script(bytes, start, end).write(file);
        rows.into(into, (made, attempt) -> runOne(file, made, attempt));
    }

    private void runOne(Path file, RowSink made, Attempt attempt)
            throws FailureException, IOException, InterruptedException {
        ProgramStep.PipeAsArgs step = body.step();
        Head head = step.head();
        Child shell = Shells.start(run, head, Shells.command(run, head, step.launching(), file));
        attempt.endedBy(shell::kill);
        boolean well = false;
        try {
            shell.stdin().close();
            Set<Integer> accepted = step.launching().okExit();
            ShellOutput output = new ShellOutput(head, step.split(), Optional.empty(), made);
            ShellOutput.read(head, () -> output.read(shell.stdout()), () -> ShellOutput.explain(head, accepted, shell));
            ShellOutput.check(head, accepted, shell, true);
            well = true;
        } finally {
            if (!well) {
                shell.kill();
            }
        }
    }
}

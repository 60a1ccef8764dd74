package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A task whose body is a shell process for each row, one after the other: columns are arguments and variables. */
final class PerRowTask {

    private final RunContext run;
    private final Body.PerRow body;
    private final ShardRows input;
    private final RowSink tail;
    private final RowCursor cursor = new RowCursor();
    private long rowsIn;

    PerRowTask(RunContext run, Body.PerRow body, ShardRows input, RowSink tail) {
        this.run = run;
        this.body = body;
        this.input = input;
        this.tail = tail;
    }

    /** Runs to the end and returns how many rows went in. */
    long run() throws FailureException, IOException, InterruptedException {
        Path file = Files.createTempFile(run.options().workDirectory(), "row-", ".sh");
        ShellOutput output = new ShellOutput(body.step().head(), body.step().split(), tail);
        try {
            input.into(new RowSink() {
                @Override
                public void row(byte[] bytes, int start, int end) {
                    rowsIn++;
                    try {
                        script(bytes, start, end).write(file);
                        runOne(file, output);
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
        return rowsIn;
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

    private void runOne(Path file, ShellOutput output) throws FailureException, IOException, InterruptedException {
        Head head = body.step().head();
        Child shell =
                Shells.start(run, head, Shells.command(run, head, body.step().launching(), file));
        shell.stdin().close();
        Set<Integer> accepted = body.step().launching().okExit();
        ShellOutput.read(head, () -> output.read(shell.stdout()), () -> ShellOutput.explain(head, accepted, shell));
        ShellOutput.check(head, accepted, shell, true);
    }
}

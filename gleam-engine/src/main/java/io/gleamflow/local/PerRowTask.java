package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.process.Command;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A task whose body is a shell process for each row, one after the other: columns are arguments and variables. */
final class PerRowTask {

    private final RunContext run;
    private final Body.PerRow body;
    private final ShardInput input;
    private final RowSink tail;
    private final RowCursor cursor = new RowCursor();
    private long rowsIn;

    PerRowTask(RunContext run, Body.PerRow body, ShardInput input, RowSink tail) {
        this.run = run;
        this.body = body;
        this.input = input;
        this.tail = tail;
    }

    /** Carries a checked exception through a row sink. */
    private static final class Stopped extends RuntimeException {
        private final transient Exception reason;

        Stopped(Exception reason) {
            super(reason);
            this.reason = reason;
        }
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
                    } catch (FailureException | InterruptedException e) {
                        throw new Stopped(e);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void end() {}
            });
        } catch (Stopped stopped) {
            if (stopped.reason instanceof FailureException failure) {
                throw failure;
            } else if (stopped.reason instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw stopped;
        }
        tail.end();
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
        Path base = run.options().baseDirectory();
        Command command = new Command(head.title(), List.of("sh", file.toString()), Map.of("LC_ALL", "C"), base);
        Child shell = run.children()
                .start(List.of(command), List.of(line -> run.log().logged(head.title(), line)))
                .get(0);
        shell.stdin().close();
        output.read(shell.stdout());
        ShellOutput.check(head, body.step().launching().okExit(), shell, true);
    }
}

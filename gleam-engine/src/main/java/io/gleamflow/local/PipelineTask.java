package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.plan.Body;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.process.Command;
import io.gleamflow.row.RowSink;
import io.gleamflow.script.LineWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A task whose body is shell steps: rows go in as lines, the steps are joined by the system's pipes, lines come out.
 */
final class PipelineTask {

    private static final int BUFFER = 64 << 10;

    private final RunContext run;
    private final Body.Pipeline pipeline;
    private final ShardInput input;
    private final RowSink tail;
    private long rowsIn;

    PipelineTask(RunContext run, Body.Pipeline pipeline, ShardInput input, RowSink tail) {
        this.run = run;
        this.pipeline = pipeline;
        this.input = input;
        this.tail = tail;
    }

    /** Runs to the end and returns how many rows went in. */
    long run() throws FailureException, IOException, InterruptedException {
        input.awaitReady();
        List<Child> children = start();
        Head head = pipeline.steps().get(0).head();
        Feeder feeder = Feeder.start(
                "gleam-feed-" + head.title(),
                () -> feed(head, children.get(0).stdin()),
                () -> children.forEach(Child::kill));
        ProgramStep.Pipe end = pipeline.last();
        new ShellOutput(end.head(), end.split(), tail)
                .read(children.get(children.size() - 1).stdout());
        feeder.throwFailure();
        checkExits(children);
        // a child that had enough of its input may leave rows that nobody waits for
        feeder.interrupt();
        feeder.join();
        tail.end();
        return rowsIn;
    }

    private List<Child> start() throws FailureException, IOException {
        List<Command> commands = new ArrayList<>();
        List<Consumer<String>> errors = new ArrayList<>();
        Path base = run.options().baseDirectory();
        for (ProgramStep.Pipe pipe : pipeline.steps()) {
            Path file = Files.createTempFile(run.options().workDirectory(), "pipe-", ".sh");
            new ShellScript(pipe.head(), pipe.code())
                    .params(run.flow().params())
                    .write(file);
            String title = pipe.head().title();
            commands.add(new Command(title, List.of("sh", file.toString()), Map.of("LC_ALL", "C"), base));
            errors.add(line -> run.log().logged(title, line));
        }
        return run.children().start(commands, errors);
    }

    private void feed(Head head, OutputStream stdin) throws IOException {
        OutputStream out = new BufferedOutputStream(stdin, BUFFER);
        LineWriter lines = new LineWriter();
        try {
            input.into(new RowSink() {
                @Override
                public void row(byte[] bytes, int start, int end) {
                    String wrong = lines.write(bytes, start, end);
                    if (!wrong.isEmpty()) {
                        throw new StepFailedException(head, wrong, bytes, start, end);
                    }
                    rowsIn++;
                    write(out, lines.line().array(), lines.line().length());
                }

                @Override
                public void end() {}
            });
            flush(out);
        } catch (InterruptedIOException enough) {
            // the steps have ended and been found good
        } finally {
            closeQuietly(stdin);
        }
    }

    private static void write(OutputStream out, byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    private static void flush(OutputStream out) {
        try {
            out.flush();
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    private static void closeQuietly(OutputStream out) {
        try {
            out.close();
        } catch (IOException gone) {
            // that it cannot be flushed is known
        }
    }

    /** The first step that failed is to blame; one that was cut off by a later step's end is not. */
    private void checkExits(List<Child> children) throws FailureException, InterruptedException {
        int last = pipeline.steps().size() - 1;
        for (int i = 0; i <= last; i++) {
            ProgramStep.Pipe pipe = pipeline.steps().get(i);
            ShellOutput.check(pipe.head(), pipe.launching().okExit(), children.get(i), i == last);
        }
    }
}

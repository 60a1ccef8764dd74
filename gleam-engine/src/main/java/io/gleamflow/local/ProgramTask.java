package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.process.Command;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import io.gleamflow.wire.Frames;
import io.gleamflow.wire.MalformedFrameException;
import java.io.IOException;
import java.util.List;

/** A task whose body is a program that reads frames and writes frames. */
final class ProgramTask {

    private final RunContext run;
    private final ProgramStep.Exec step;
    private final ShardRows input;
    private final TaskRejects.OfProgram rejects;
    private final RowSink tail;
    private final Attempt attempt;

    ProgramTask(
            RunContext run,
            ProgramStep.Exec step,
            ShardRows input,
            TaskRejects rejects,
            RowSink tail,
            Attempt attempt) {
        this.run = run;
        this.step = step;
        this.input = input;
        this.rejects = rejects.ofProgram(step.head(), List.of(), step.head());
        this.tail = tail;
        this.attempt = attempt;
    }

    /** Runs to the end of the rows. */
    void run() throws FailureException, IOException, InterruptedException {
        input.awaitReady();
        Head head = step.head();
        List<String> line = step.command().stream().map(Text::value).toList();
        Command command = Shells.command(run, head, step.launching(), line);
        Child child = Shells.start(run, head, command);
        attempt.endedBy(child::kill);
        try (Feeder feeder = Feeder.start("gleam-feed-" + head.title(), () -> feed(child), child::kill)) {
            end(child, feeder);
        }
    }

    private void end(Child child, Feeder feeder) throws FailureException, IOException, InterruptedException {
        boolean well = false;
        try {
            read(child, feeder);
            feeder.throwFailure();
            ShellOutput.check(step.head(), step.launching().okExit(), child, true);
            if (!rejects.wantsAll()) {
                feeder.enough();
            }
            feeder.join();
            well = true;
        } finally {
            if (!well) {
                child.kill();
            }
        }
    }

    private void feed(Child child) throws IOException {
        FrameOutput out = new FrameOutput(UnreadOutput.of(child.stdin(), rejects));
        try {
            input.into(new RowSink() {
                @Override
                public void row(byte[] bytes, int start, int end) {
                    try {
                        out.row(bytes, start, end);
                    } catch (IOException e) {
                        throw new ReaderGoneException(e);
                    }
                }

                @Override
                public void end() {}
            });
            close(out);
        } finally {
            child.stdin().close();
        }
    }

    private static void close(FrameOutput out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    private void read(Child child, Feeder feeder) throws FailureException, IOException, InterruptedException {
        FrameInput frames =
                new FrameInput(child.stdout(), Frames.longestRow(step.head().memory()));
        RowSink rows = ProgramOutput.width(step.head(), rejects.out(), tail);
        long number = 0;
        try {
            FrameInput.Next next = frames.next();
            while (next == FrameInput.Next.ROW) {
                number++;
                rows.row(frames.bytes(), frames.start(), frames.end());
                next = frames.next();
            }
            if (next == FrameInput.Next.CONTROL) {
                throw refusal(child, "it wrote a frame of negative length, which programs have no use for");
            }
        } catch (MalformedFrameException e) {
            feeder.throwFailure();
            throw refusal(child, "what it wrote are no frames: " + e.getMessage());
        } catch (MalformedRowException e) {
            throw refusal(child, "its row " + number + " is no MessagePack: " + e.getMessage());
        }
    }

    /** What it wrote is wrong, unless it has failed itself, which explains more. */
    private FailureException refusal(Child child, String message)
            throws FailureException, IOException, InterruptedException {
        Head head = step.head();
        ShellOutput.explain(head, step.launching().okExit(), child);
        return new FailureException(new Failure(Blame.SCRIPT, head.place(), head.title(), message, child.lastErrors()));
    }
}

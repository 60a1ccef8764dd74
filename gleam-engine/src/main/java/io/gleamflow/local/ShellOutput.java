package io.gleamflow.local;

import io.gleamflow.connector.LineStream;
import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Split;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.Child;
import io.gleamflow.process.ExitStatus;
import io.gleamflow.row.LineColumns;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import io.gleamflow.script.LineSplitter;
import io.gleamflow.wire.Frames;
import io.gleamflow.worker.StepRejects;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a shell step prints becomes rows, and how it exits becomes a failure or not. */
final class ShellOutput {

    private final Head step;
    private final Split split;
    private final LineSplitter splitter;
    private final Optional<StepRejects> rejects;
    private final RowSink rows;

    /**
     * @param rejects takes lines with other columns than the step names
     */
    ShellOutput(Head step, Split split, Optional<StepRejects> rejects, RowSink rows) {
        this.step = step;
        this.split = split;
        this.splitter = new LineSplitter(split);
        this.rejects = rejects;
        this.rows = rows;
    }

    /** Hands on a row for each line, but not the end. */
    void read(InputStream lines) throws IOException {
        int names = step.as().size();
        int longest = Frames.longestRow(step.memory());
        Optional<TextSink> text = text();
        if (text.isPresent()) {
            LineStream.readText(lines, longest, text.get());
            return;
        }
        LineStream.read(lines, longest, (bytes, start, end) -> {
            int width = splitter.split(bytes, start, end);
            rejects.ifPresent(StepRejects::came);
            if (names != 0 && width != names) {
                String message =
                        "a line has " + width + (width == 1 ? " column" : " columns") + ", and `as` names " + names;
                if (rejects.isPresent()) {
                    int length = splitter.row().length();
                    rejects.get().reject(message, splitter.row().array(), 0, length, List.of());
                    return;
                }
                throw new StepFailedException(
                        step, message, splitter.row().array(), 0, splitter.row().length());
            }
            rows.row(splitter.row().array(), 0, splitter.row().length());
        });
    }

    /** Takes what is printed as it is, when no line can be wrong and what is behind needs no rows. */
    private Optional<TextSink> text() {
        int names = step.as().size();
        if (rejects.isPresent()) {
            return Optional.empty();
        }
        if (split instanceof Split.None && names <= 1) {
            return rows.lines(LineColumns.WHOLE);
        }
        return split instanceof Split.Tabs && names == 0 ? rows.lines(LineColumns.TABS) : Optional.empty();
    }

    /** Reads what a step wrote. */
    interface Reading {
        void run() throws IOException;
    }

    /** Throws what explains more than that the output of a step is wrong, if anything does. */
    interface Explanation {
        void run() throws FailureException, IOException, InterruptedException;
    }

    /** Reads; when what the step wrote is wrong, an explanation is looked for before that is told. */
    static void read(Head step, Reading reading, Explanation explanation)
            throws FailureException, IOException, InterruptedException {
        try {
            reading.run();
        } catch (SourceException e) {
            explanation.run();
            throw e;
        } catch (StepFailedException e) {
            if (e.step().equals(step)) {
                explanation.run();
            }
            throw e;
        }
    }

    /** Ends a step that has written what is wrong, and tells its own failure if it has failed by itself: that explains more. */
    static void explain(Head step, Set<Integer> accepted, Child child)
            throws FailureException, IOException, InterruptedException {
        ExitStatus exit = child.end();
        if (!exit.isBrokenPipe() && !exit.isEndedByUs() && !isGood(exit, accepted)) {
            throw failure(step, child, exit);
        }
    }

    static boolean isGood(ExitStatus exit, Set<Integer> accepted) {
        return exit.reason().isEmpty() && isAccepted(exit, accepted);
    }

    private static boolean isAccepted(ExitStatus exit, Set<Integer> accepted) {
        return accepted.isEmpty() ? exit.isSuccess() : accepted.contains(exit.code());
    }

    /**
     * Waits for the end of a step and refuses it when it is not accepted. A step whose reader had enough, and which only noticed that, is fine.
     *
     * @param accepted statuses; none means 0 only
     * @param readToEnd whether all the step wrote was read
     */
    static void check(Head step, Set<Integer> accepted, Child child, boolean readToEnd)
            throws FailureException, InterruptedException {
        ExitStatus exit = child.await();
        boolean cutOff = !readToEnd && exit.isBrokenPipe();
        boolean ended = !readToEnd && exit.isEndedByUs();
        if (ended || isGood(exit, accepted) || (cutOff && exit.reason().isEmpty())) {
            return;
        }
        throw failure(step, child, exit);
    }

    private static FailureException failure(Head step, Child child, ExitStatus exit) {
        List<String> errors = child.lastErrors();
        String last = errors.isEmpty() ? "" : ": " + errors.get(errors.size() - 1);
        return new FailureException(new Failure(Blame.SCRIPT, step.place(), step.title(), exit + last, errors));
    }
}

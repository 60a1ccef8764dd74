package io.gleamflow.worker;

import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.script.ScriptFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns what was thrown while a chain ran into a failure with blame, step and place. */
public final class Failures {

    private static final byte[] NO_ROW = {};

    private Failures() {}

    /**
     * What was thrown, as a failure.
     *
     * @param step to name when what was thrown does not name one itself
     */
    public static TaskFailure of(Throwable thrown, Head step) {
        if (thrown instanceof ScriptFailedException script) {
            Blame blame = script.getCause() instanceof OutOfMemoryError ? Blame.RESOURCES : Blame.SCRIPT;
            return new TaskFailure(
                    Failure.of(blame, place(script), script.step().title(), String.valueOf(script.getMessage())),
                    script.row(),
                    script.names(),
                    Optional.empty());
        } else if (thrown instanceof StepFailedException data) {
            Head head = data.step();
            return new TaskFailure(
                    Failure.of(Blame.DATA, head.place(), head.title(), String.valueOf(data.getMessage())),
                    data.row(),
                    List.of(),
                    Optional.empty());
        } else if (thrown instanceof UncheckedIOException io && io.getCause() != null) {
            return of(io.getCause(), step);
        } else if (thrown instanceof SourceException source) {
            return failure(Blame.DATA, step, String.valueOf(source.getMessage()));
        } else if (thrown instanceof IOException io) {
            return failure(Blame.RESOURCES, step, words(io));
        } else if (thrown instanceof OutOfMemoryError) {
            return failure(Blame.RESOURCES, step, "not enough memory");
        } else if (thrown instanceof MalformedRowException row) {
            return failure(Blame.DATA, step, String.valueOf(row.getMessage()));
        }
        return withoutRow(new Failure(
                Blame.ENGINE,
                step.place(),
                step.title(),
                "this is a defect of gleam: " + thrown,
                Arrays.stream(thrown.getStackTrace())
                        .limit(12)
                        .map(frame -> "  at " + frame)
                        .toList()));
    }

    /** The message, with the name of the class where that says what the message does not. */
    private static String words(IOException e) {
        String message = e.getMessage();
        return e.getClass() == IOException.class && message != null ? message : e.toString();
    }

    private static TaskFailure failure(Blame blame, Head step, String message) {
        return withoutRow(Failure.of(blame, step.place(), step.title(), message));
    }

    private static TaskFailure withoutRow(Failure failure) {
        return new TaskFailure(failure, NO_ROW, List.of(), Optional.empty());
    }

    /** The line where the script failed; without one, the step. */
    private static Place place(ScriptFailedException script) {
        return script.line() == 0 || script.file().isEmpty()
                ? script.step().place()
                : new Place(script.file(), script.line(), 0);
    }
}

package io.gleamflow.worker;

import io.gleamflow.connector.SourceException;
import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.Value;
import io.gleamflow.script.ScriptFailedException;
import io.gleamflow.wire.ValueCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Turns what was thrown while a chain ran into a failure with blame, step and place. */
public final class Failures {

    private static final int SHOWN = 60;
    private static final int SHOWN_COLUMNS = 20;

    private Failures() {}

    /**
     * What was thrown, as a failure.
     *
     * @param step to name when what was thrown does not name one itself
     */
    public static Failure of(Throwable thrown, Head step) {
        if (thrown instanceof ScriptFailedException script) {
            return new Failure(
                    Blame.SCRIPT,
                    place(script),
                    script.step().title(),
                    String.valueOf(script.getMessage()),
                    row(script.row()));
        } else if (thrown instanceof StepFailedException data) {
            Head head = data.step();
            return new Failure(
                    Blame.DATA, head.place(), head.title(), String.valueOf(data.getMessage()), row(data.row()));
        } else if (thrown instanceof UncheckedIOException io && io.getCause() != null) {
            return of(io.getCause(), step);
        } else if (thrown instanceof SourceException source) {
            return failure(Blame.DATA, step, String.valueOf(source.getMessage()));
        } else if (thrown instanceof IOException io) {
            return failure(Blame.RESOURCES, step, io.toString());
        } else if (thrown instanceof OutOfMemoryError) {
            return failure(Blame.RESOURCES, step, "out of memory");
        } else if (thrown instanceof MalformedRowException row) {
            return failure(Blame.DATA, step, String.valueOf(row.getMessage()));
        }
        return new Failure(
                Blame.ENGINE,
                step.place(),
                step.title(),
                "this is a defect of gleam: " + thrown,
                Arrays.stream(thrown.getStackTrace())
                        .limit(12)
                        .map(frame -> "  at " + frame)
                        .toList());
    }

    private static Failure failure(Blame blame, Head step, String message) {
        return Failure.of(blame, step.place(), step.title(), message);
    }

    /** The line where the script failed; without one, the step. */
    private static Place place(ScriptFailedException script) {
        return script.line() == 0 || script.file().isEmpty()
                ? script.step().place()
                : new Place(script.file(), script.line(), 0);
    }

    private static List<String> row(byte[] row) {
        if (row.length == 0) {
            return List.of();
        }
        List<Value> values = ValueCodec.readRow(row, 0, row.length);
        String shown = values.stream().limit(SHOWN_COLUMNS).map(Failures::shown).collect(Collectors.joining(", "));
        return List.of("row: " + shown + (values.size() > SHOWN_COLUMNS ? ", …" : ""));
    }

    private static String shown(Value value) {
        String text = value.toString();
        String few = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return value instanceof Value.Str ? "\"" + few.replace("\n", "\\n") + "\"" : few;
    }
}

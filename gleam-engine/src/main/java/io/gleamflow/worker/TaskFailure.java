package io.gleamflow.worker;

import io.gleamflow.connector.FileLine;
import io.gleamflow.problem.Failure;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.Value;
import io.gleamflow.wire.ValueCodec;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What ended a task early, with the row it happened on.
 *
 * @param failure all but the row
 * @param row its values as MessagePack; empty when there is none
 * @param names of the columns of the row, as far as known
 * @param source the line that was being read, if any
 */
public record TaskFailure(Failure failure, byte[] row, List<String> names, Optional<FileLine> source) {

    private static final int SHOWN = 60;
    private static final int SHOWN_COLUMNS = 20;

    public TaskFailure {
        names = List.copyOf(names);
    }

    /**
     * The failure with the row and its line among the details, and without the directory before the names of its files.
     *
     * @param hide what must not be shown is hidden by it, before values are shortened
     */
    public Failure told(Path baseDirectory, UnaryOperator<String> hide) {
        List<String> details = new ArrayList<>();
        source.ifPresent(line -> details.add("read from " + line.shown(baseDirectory)));
        if (row.length > 0) {
            details.add("row: " + rowText(hide));
        }
        details.addAll(failure.details());
        String message = failure.message().replace(baseDirectory + File.separator, "");
        String[] lines = Failure.harmless(message).split("\\R", 2);
        if (lines.length > 1) {
            lines[1].lines().map(line -> "  " + line).forEach(details::add);
        }
        return new Failure(failure.blame(), failure.place(), failure.step(), lines[0], details);
    }

    /** The first line of a message. */
    static String firstLine(String message) {
        return Failure.harmless(message).split("\\R", 2)[0];
    }

    private String rowText(UnaryOperator<String> hide) {
        List<Value> values;
        try {
            values = ValueCodec.readRow(row, 0, row.length);
        } catch (MalformedRowException e) {
            // the message says what failed; that the row cannot be shown must not take its place
            return row.length + " bytes: " + e.getMessage();
        }
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN_COLUMNS, values.size()); i++) {
            String value = shown(values.get(i), hide);
            shown.add(i < names.size() ? names.get(i) + "=" + value : value);
        }
        return String.join(", ", shown) + (values.size() > SHOWN_COLUMNS ? ", …" : "");
    }

    private static String shown(Value value, UnaryOperator<String> hide) {
        String text = Failure.harmless(hide.apply(value.toString()));
        String few = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return value instanceof Value.Str ? "\"" + few.replace("\n", "\\n") + "\"" : few;
    }
}

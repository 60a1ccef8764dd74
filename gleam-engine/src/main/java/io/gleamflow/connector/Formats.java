package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import java.util.List;

/** Makes the reader and the writer of a format. */
public final class Formats {

    private Formats() {}

    /**
     * A reader of files of a format.
     *
     * @param expected the names that the header of every file must have, as a first look found them; when empty,
     *     each file's own header is taken. No meaning where the format itself gives the columns
     * @param longest bytes a row may have
     */
    public static RowReader reader(FileFormat format, List<String> expected, int longest) {
        return switch (format.kind()) {
            case CSV -> new CsvRows(format, expected, longest);
            case TSV -> new LineRows(format, new TabLine(format, expected), longest);
            case TEXT -> new LineRows(format, new TextLine(format.columns()), longest);
            case JSON, JSONL, MSGPACK, FIXED -> throw new IllegalArgumentException("no reader of " + format.kind());
        };
    }

    /**
     * A writer of a format.
     *
     * @param names of the columns, or empty when they have none
     */
    public static RowFormat writer(FileFormat format, List<String> names) {
        return switch (format.kind()) {
            case CSV -> new CsvFormat(format.separator(), names);
            case TEXT -> RowFormat.lines(new TabFormat());
            default -> throw new IllegalArgumentException("no writer of " + format.kind());
        };
    }
}

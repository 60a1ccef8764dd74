package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.util.List;

/**
 * A line whose columns have fixed widths, in characters. Blanks around a value are no part of it; where there are only
 * blanks, or the line has ended, is nothing. An empty line is a row only where there is one column.
 */
final class FixedLine implements LineParser {

    private final FileFormat format;

    FixedLine(FileFormat format) {
        this.format = format;
    }

    @Override
    public boolean parse(byte[] bytes, int start, int end, Bytes row) {
        if (start == end && format.widths().size() > 1) {
            return false;
        }
        ValueWriter values = new ValueWriter(row);
        int at = start;
        for (int width : format.widths()) {
            int from = at;
            for (int i = 0; i < width && at < end; i++) {
                at = Utf8.next(bytes, at, end);
            }
            value(bytes, from, at, values);
        }
        for (int i = at; i < end; i++) {
            if (!isBlank(bytes[i])) {
                throw new Refused("the line has " + Utf8.characters(bytes, start, end)
                        + " characters, the columns have "
                        + format.widths().stream().mapToInt(each -> each).sum());
            }
        }
        return true;
    }

    private static void value(byte[] bytes, int start, int end, ValueWriter values) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        if (from == to) {
            values.nil();
        } else {
            values.string(bytes, from, to - from);
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    @Override
    public List<String> names() {
        return format.columns();
    }
}

package io.gleamflow.script;

import io.gleamflow.flow.Split;
import io.gleamflow.row.ByteSearch;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes the lines that programs print apart into columns of text. Not thread-safe. */
public final class LineSplitter {

    private final Split split;
    private final byte[] separator;
    private final Bytes row = new Bytes(256);
    private final ValueWriter values = new ValueWriter(row);

    public LineSplitter(Split split) {
        this.split = split;
        this.separator = split instanceof Split.Separator text
                ? text.text().getBytes(StandardCharsets.UTF_8)
                : new byte[] {'\t'};
    }

    /**
     * Makes the row of a line without its newline, to be found in {@link #row} until the next call.
     *
     * @return how many columns it has
     */
    public int split(byte[] bytes, int start, int end) {
        row.clear();
        if (split instanceof Split.None) {
            values.string(bytes, start, end - start);
            return 1;
        }
        return split instanceof Split.Spaces ? atSpaces(bytes, start, end) : atSeparator(bytes, start, end);
    }

    private int atSpaces(byte[] b, int start, int end) {
        int count = 0;
        int at = start;
        while (true) {
            while (at < end && isSpace(b[at])) {
                at++;
            }
            if (at == end) {
                return count == 0 ? blank() : count;
            }
            int from = at;
            while (at < end && !isSpace(b[at])) {
                at++;
            }
            values.string(b, from, at - from);
            count++;
        }
    }

    /** A blank line is a row as well: of one empty column. */
    private int blank() {
        values.string(new byte[0], 0, 0);
        return 1;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private int atSeparator(byte[] b, int start, int end) {
        int count = 1;
        int from = start;
        int at = ByteSearch.indexOf(b, start, end, separator[0]);
        while (at >= 0 && at + separator.length <= end) {
            if (Arrays.equals(b, at, at + separator.length, separator, 0, separator.length)) {
                values.string(b, from, at - from);
                at += separator.length;
                from = at;
                count++;
            } else {
                at++;
            }
            at = ByteSearch.indexOf(b, at, end, separator[0]);
        }
        values.string(b, from, end - from);
        return count;
    }

    public Bytes row() {
        return row;
    }
}

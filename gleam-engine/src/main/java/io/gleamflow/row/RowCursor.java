package io.gleamflow.row;

import java.util.Arrays;

/** Finds the columns of one row after the other. Not thread-safe; reads the bytes it was given, copies none. */
public final class RowCursor {

    private byte[] bytes = new byte[0];
    private int[] starts = new int[17];
    private int count;

    /**
     * Looks at a row.
     *
     * @throws MalformedRowException when its bytes are no MessagePack values
     */
    public void reset(byte[] row, int start, int end) {
        bytes = row;
        count = 0;
        int at = start;
        starts[0] = at;
        while (at < end) {
            at = MessagePack.skip(row, at, end);
            if (++count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count] = at;
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    /** How many columns the row has. */
    public int width() {
        return count;
    }

    /** Where the value of a column, counted from 0, starts. */
    public int start(int column) {
        return starts[column];
    }

    public int end(int column) {
        return starts[column + 1];
    }
}

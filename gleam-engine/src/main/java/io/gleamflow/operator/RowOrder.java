package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RowCursor;

/**
 * What rows are sorted by: makes keys that compare as the rows do. Not thread-safe.
 */
public final class RowOrder {

    private static final int END = 0x00;

    private final int[] columns;
    private final boolean[] descending;
    private final RowCursor cursor = new RowCursor();

    /**
     * An ordering by columns.
     *
     * @param columns indexes from 0; none means the whole row, all columns ascending
     * @param descending for each column
     */
    public RowOrder(int[] columns, boolean[] descending) {
        this.columns = columns.clone();
        this.descending = descending.clone();
    }

    /** Appends the key of a row and returns how many columns the row has. */
    public int appendKey(byte[] row, int start, int end, Bytes out) {
        cursor.reset(row, start, end);
        if (columns.length == 0) {
            for (int i = 0; i < cursor.width(); i++) {
                KeyEncoder.append(row, cursor.start(i), cursor.end(i), false, out);
            }
            out.put(END);
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] < cursor.width()) {
                KeyEncoder.append(row, cursor.start(columns[i]), cursor.end(columns[i]), descending[i], out);
            } else {
                KeyEncoder.appendMissing(descending[i], out);
            }
        }
        return cursor.width();
    }
}

package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;

/** Takes the key columns out of a row; a column the row does not have is nil. */
public final class Keys {

    private Keys() {}

    /** Appends the values as they stand. */
    public static void copy(RowCursor row, int[] columns, Bytes out) {
        for (int column : columns) {
            if (column < row.width()) {
                out.put(row.bytes(), row.start(column), row.end(column) - row.start(column));
            } else {
                out.put(MessagePack.NIL);
            }
        }
    }

    /** Appends bytes that are equal when the values are, and that compare as the values do. */
    public static void encode(RowCursor row, int[] columns, Bytes out) {
        for (int column : columns) {
            if (column < row.width()) {
                KeyEncoder.append(row.bytes(), row.start(column), row.end(column), false, out);
            } else {
                KeyEncoder.appendMissing(false, out);
            }
        }
    }
}

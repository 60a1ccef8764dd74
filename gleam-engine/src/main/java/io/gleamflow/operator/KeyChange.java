package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RowCursor;
import java.util.Arrays;

/** Tells where a new key begins in rows that come in the order of their keys. 1 and 1.0 are one key. */
final class KeyChange {

    private final int[] columns;
    private final boolean whole;
    private Bytes values = new Bytes(64);
    private Bytes other = new Bytes(64);
    private Bytes key = new Bytes(64);
    private Bytes otherKey = new Bytes(64);
    private boolean any;

    private KeyChange(int[] columns, boolean whole) {
        this.columns = columns.clone();
        this.whole = whole;
    }

    /** Keys are these columns; without any, all rows have the same key. */
    static KeyChange of(int[] columns) {
        return new KeyChange(columns, false);
    }

    /** Keys are these columns, or the whole row when there are none. */
    static KeyChange ofColumnsOrRow(int[] columns) {
        return new KeyChange(columns, columns.length == 0);
    }

    /** Whether this row has another key than the one before; the first row has. */
    boolean at(RowCursor row) {
        other.clear();
        if (whole) {
            other.put(row.bytes(), row.start(0), row.start(row.width()) - row.start(0));
        } else {
            Keys.copy(row, columns, other);
        }
        if (any && isEqual(values, other)) {
            return false;
        }
        Bytes last = values;
        values = other;
        other = last;
        return encode(row);
    }

    /** Other bytes may still be an equal value. */
    private boolean encode(RowCursor row) {
        otherKey.clear();
        if (whole) {
            for (int i = 0; i < row.width(); i++) {
                KeyEncoder.append(row.bytes(), row.start(i), row.end(i), false, otherKey);
            }
        } else {
            Keys.encode(row, columns, otherKey);
        }
        boolean isNew = !any || !isEqual(key, otherKey);
        Bytes last = key;
        key = otherKey;
        otherKey = last;
        any = true;
        return isNew;
    }

    private static boolean isEqual(Bytes a, Bytes b) {
        return Arrays.equals(a.array(), 0, a.length(), b.array(), 0, b.length());
    }

    /** The key of the last row, encoded. */
    Bytes encoded() {
        return key;
    }
}

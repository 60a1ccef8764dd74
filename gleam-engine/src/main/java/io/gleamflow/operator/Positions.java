package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.RowCursor;

/** Counts rows, afresh for each key when there are key columns; rows come in the order of their keys then. */
final class Positions {

    private final boolean keyed;
    private final KeyChange keys;
    private final RowCursor cursor = new RowCursor();
    private long position = -1;

    Positions(int[] keyColumns) {
        this.keyed = keyColumns.length > 0;
        this.keys = KeyChange.of(keyColumns);
    }

    /** The position of the next row, from 0. */
    long at(byte[] bytes, int start, int end) {
        if (keyed) {
            cursor.reset(bytes, start, end);
            if (keys.at(cursor)) {
                position = -1;
            }
        }
        return ++position;
    }

    /** A number made of the key of the last row; 0 without key columns. */
    int hashOfKey() {
        Bytes key = keys.encoded();
        return keyed ? KeyTable.hash(key.array(), 0, key.length()) : 0;
    }
}

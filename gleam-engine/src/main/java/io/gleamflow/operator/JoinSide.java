package io.gleamflow.operator;

import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import java.util.Arrays;

/**
 * One side of a join.
 *
 * @param keys the key columns, from 0; as many as the other side has, and in the order the rows were sorted by
 * @param width how many columns its rows have; rows with fewer are padded with nil
 */
public record JoinSide(int[] keys, int width) {

    public JoinSide {
        keys = keys.clone();
        if (Arrays.stream(keys).anyMatch(key -> key >= width)) {
            throw new IllegalArgumentException("a key column beyond the last of " + width);
        }
    }

    /** The columns that are no keys, in order. */
    int[] others() {
        int[] others = new int[width];
        int count = 0;
        for (int i = 0; i < width; i++) {
            int column = i;
            if (Arrays.stream(keys).noneMatch(key -> key == column)) {
                others[count++] = i;
            }
        }
        return Arrays.copyOf(others, count);
    }

    /** Whether a key column of the row is nil or missing. */
    boolean hasNilKey(RowCursor row) {
        for (int key : keys) {
            if (key >= row.width() || MessagePack.kind(row.bytes(), row.start(key)) == MessagePack.Kind.NIL) {
                return true;
            }
        }
        return false;
    }
}

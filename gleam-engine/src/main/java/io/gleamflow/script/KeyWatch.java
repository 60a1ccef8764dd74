package io.gleamflow.script;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Notices where the next key begins among rows of which those with equal keys come one after the other. Keys are equal as they
 * are for the whole engine; a column that a row does not have is nil.
 */
final class KeyWatch {

    private final int[] columns;
    private final Bytes value = new Bytes(64);
    private final ValueWriter writer = new ValueWriter(value);
    private Bytes key = new Bytes(64);
    private Bytes current = new Bytes(64);
    private boolean any;

    /** Without columns all rows have one key. */
    KeyWatch(List<Integer> columns) {
        this.columns = columns.stream().mapToInt(i -> i).toArray();
    }

    /** Whether the row is the first one or has another key than the row before. */
    boolean begins(LuaRow row) {
        key.clear();
        for (int column : columns) {
            value.clear();
            row.write(column, value, writer);
            KeyEncoder.append(value.array(), 0, value.length(), false, key);
        }
        if (any && Arrays.equals(key.array(), 0, key.length(), current.array(), 0, current.length())) {
            return false;
        }
        any = true;
        Bytes swap = current;
        current = key;
        key = swap;
        return true;
    }

    /** Whether there was a row. */
    boolean any() {
        return any;
    }
}

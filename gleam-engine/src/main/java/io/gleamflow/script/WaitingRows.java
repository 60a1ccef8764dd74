package io.gleamflow.script;

import io.gleamflow.row.KeyTable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;

/**
 * Rows of a text and a number that wait until there are many. Their keys are looked up one right after the other then, so that
 * the processor waits for the memory of several at the same time, where it would wait for each if a script ran in between.
 */
final class WaitingRows {

    private static final int MOST = 128;
    private static final int MOST_BYTES = 1 << 16;

    private final @Nullable LuaString[] keys = new @Nullable LuaString[MOST];
    private final double[] values = new double[MOST];
    private final int[] numbers = new int[MOST];
    private int size;
    private int bytes;

    /** Takes a row, unless it is of another kind. */
    boolean add(LuaRow row) {
        LuaString key = row.ownKey(0);
        LuaNumber value = row.number(1);
        if (key == null || value == null) {
            return false;
        }
        keys[size] = key;
        bytes += key.m_length;
        values[size++] = value.todouble();
        return true;
    }

    boolean isFull() {
        return size == MOST || bytes >= MOST_BYTES;
    }

    int size() {
        return size;
    }

    /** Numbers the keys, in their order. */
    void number(KeyTable table) {
        for (int i = 0; i < size; i++) {
            LuaString key = key(i);
            numbers[i] = table.number(key.m_bytes, key.m_offset, key.m_offset + key.m_length);
        }
    }

    /** The number that the key of a row, counted from 0, has been given. */
    int number(int row) {
        return numbers[row];
    }

    LuaString key(int row) {
        return Objects.requireNonNull(keys[row]);
    }

    double value(int row) {
        return values[row];
    }

    void clear() {
        Arrays.fill(keys, 0, size, null);
        size = 0;
        bytes = 0;
    }
}

package io.gleamflow.script;

import io.gleamflow.row.KeyTable;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;

/**
 * Rows of a text and a number that wait until there are many. Their keys are looked up one right after the other then, so that
 * the processor waits for the memory of several at the same time, where it would wait for each if a script ran in between.
 */
final class WaitingRows {

    private static final int MOST = 128;

    private final LuaString[] keys = new LuaString[MOST];
    private final double[] values = new double[MOST];
    private final int[] numbers = new int[MOST];
    private int size;

    /** Takes a row, unless it is of another kind. */
    boolean add(LuaRow row) {
        LuaString key = row.ownKey(0);
        if (key == null || !(row.value(1) instanceof LuaNumber value)) {
            return false;
        }
        keys[size] = key;
        values[size++] = value.todouble();
        return true;
    }

    boolean isFull() {
        return size == MOST;
    }

    int size() {
        return size;
    }

    /** Numbers the keys, in their order. */
    void number(KeyTable table) {
        for (int i = 0; i < size; i++) {
            LuaString key = keys[i];
            numbers[i] = table.number(key.m_bytes, key.m_offset, key.m_offset + key.m_length);
        }
    }

    /** The number that the key of a row, counted from 0, has been given. */
    int number(int row) {
        return numbers[row];
    }

    LuaString key(int row) {
        return keys[row];
    }

    double value(int row) {
        return values[row];
    }

    void clear() {
        size = 0;
    }
}

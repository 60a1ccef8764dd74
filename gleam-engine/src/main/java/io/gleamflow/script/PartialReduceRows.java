package io.gleamflow.script;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;

/**
 * Makes one row of all rows of a shard that have the same key; what it holds is bounded. Keys are equal as they are for the whole
 * engine, since otherwise the rows of 1 and those of 1.0 would be combined by themselves first, and so out of their order.
 */
final class PartialReduceRows implements LuaSink {

    private final Reducer reducer;
    private final long memory;
    private final LuaSink next;
    private final KeyTable table = new KeyTable();
    private final Bytes key = new Bytes(64);
    private final WaitingRows waiting = new WaitingRows();
    private final LuaRow reduced = new LuaRow();

    /** The key values of each key as the first row had them. */
    private final Bytes keyValues = new Bytes(1 << 12);

    private final ValueWriter keyWriter = new ValueWriter(keyValues);

    private int[] keyEnds = new int[1 << 10];

    /**
     * @param memory in bytes; a table that has grown to it is handed on in order and begun afresh, which is right because
     *     the function is associative
     */
    PartialReduceRows(Reducer reducer, long memory, LuaSink next) {
        this.reducer = reducer;
        this.memory = memory;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        reducer.check(row);
        if (reducer.keys() == 1 && reducer.calculates() && waiting.add(row)) {
            if (waiting.isFull()) {
                settle();
                bound();
            }
            return;
        }
        settle();
        int known = table.size();
        int number = reducer.keys() == 1 ? row.number(0, table, key) : number(row);
        if (number == known) {
            addKey(number, row);
            reducer.first(number, row);
        } else {
            reducer.add(number, row);
        }
        bound();
    }

    /** Reduces what waits. */
    private void settle() {
        int known = table.size();
        waiting.number(table);
        for (int i = 0; i < waiting.size(); i++) {
            int number = waiting.number(i);
            boolean first = number == known;
            if (first) {
                LuaCodec.encode(waiting.key(i), keyWriter);
                keyEnds(number);
                known++;
            }
            reducer.calculate(number, waiting.value(i), first);
        }
        waiting.clear();
    }

    private void bound() {
        if (table.memory() + keyValues.length() + reducer.memory() > memory) {
            flush();
        }
    }

    private int number(LuaRow row) {
        key.clear();
        for (int i = 0; i < reducer.keys(); i++) {
            row.key(i, key);
        }
        return table.number(key.array(), 0, key.length());
    }

    private void addKey(int number, LuaRow row) {
        for (int i = 0; i < reducer.keys(); i++) {
            row.write(i, keyValues, keyWriter);
        }
        keyEnds(number);
    }

    private void keyEnds(int number) {
        if (number == keyEnds.length) {
            keyEnds = Arrays.copyOf(keyEnds, keyEnds.length * 2);
        }
        keyEnds[number] = keyValues.length();
    }

    private void flush() {
        int width = reducer.width();
        int start = 0;
        for (int i = 0; i < table.size(); i++) {
            reducer.fill(reduced, keyValues.array(), start, keyEnds[i], i * width);
            start = keyEnds[i];
            next.row(reduced);
        }
        table.clear();
        keyValues.clear();
        reducer.clear();
    }

    @Override
    public void end() {
        settle();
        flush();
        next.end();
    }
}

package io.gleamflow.script;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.ValueWriter;

/** Makes one row of all rows of a shard that have the same key; what it holds is bounded. */
final class PartialReduceRows implements LuaSink {

    private final Reducer reducer;
    private final long memory;
    private final LuaSink next;
    private final KeyTable table = new KeyTable();
    private final Bytes key = new Bytes(64);
    private final ValueWriter keyWriter = new ValueWriter(key);
    private final LuaRow reduced = new LuaRow();

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
        key.clear();
        for (int i = 0; i < reducer.keys(); i++) {
            row.write(i, key, keyWriter);
        }
        int known = table.size();
        int number = table.number(key.array(), 0, key.length());
        if (number == known) {
            reducer.first(number, row);
        } else {
            reducer.add(number, row);
        }
        if (table.memory() + reducer.memory() > memory) {
            flush();
        }
    }

    private void flush() {
        int width = reducer.width();
        for (int i = 0; i < table.size(); i++) {
            reducer.fill(reduced, table.bytes(), table.start(i), table.end(i), i * width);
            next.row(reduced);
        }
        table.clear();
        reducer.clear();
    }

    @Override
    public void end() {
        flush();
        next.end();
    }
}

package io.gleamflow.script;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.util.stream.IntStream;

/** Makes one row of all rows with the same key; they come one after the other. */
final class FinalReduceRows implements LuaSink {

    private final Reducer reducer;
    private final LuaSink next;
    private final KeyWatch keys;
    private final Bytes key = new Bytes(64);
    private final ValueWriter keyWriter = new ValueWriter(key);
    private final LuaRow reduced = new LuaRow();

    FinalReduceRows(Reducer reducer, LuaSink next) {
        this.reducer = reducer;
        this.next = next;
        this.keys = new KeyWatch(IntStream.range(0, reducer.keys()).boxed().toList());
    }

    @Override
    public void row(LuaRow row) {
        reducer.check(row);
        boolean any = keys.any();
        if (!keys.begins(row)) {
            reducer.add(0, row);
            return;
        }
        if (any) {
            flush();
        }
        key.clear();
        for (int i = 0; i < reducer.keys(); i++) {
            row.write(i, key, keyWriter);
        }
        reducer.clear();
        reducer.first(0, row);
    }

    private void flush() {
        reducer.fill(reduced, key.array(), 0, key.length(), 0);
        next.row(reduced);
    }

    @Override
    public void end() {
        if (keys.any()) {
            flush();
        }
        next.end();
    }
}

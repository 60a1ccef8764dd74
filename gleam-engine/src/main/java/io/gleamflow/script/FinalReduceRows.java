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
    private final Runnable settled;
    private boolean hasValues;

    /**
     * @param settled run when what was made does not hang on the row at hand
     */
    FinalReduceRows(Reducer reducer, Runnable settled, LuaSink next) {
        this.reducer = reducer;
        this.settled = settled;
        this.next = next;
        this.keys = new KeyWatch(IntStream.range(0, reducer.keys()).boxed().toList());
    }

    /** A key whose rows were all refused so far has begun, and has no values yet. */
    @Override
    public void row(LuaRow row) {
        if (keys.begins(row)) {
            finish();
            key.clear();
            for (int i = 0; i < reducer.keys(); i++) {
                row.write(i, key, keyWriter);
            }
        }
        reducer.check(row);
        if (hasValues) {
            reducer.add(0, row);
        } else {
            reducer.first(0, row);
            hasValues = true;
        }
    }

    private void finish() {
        if (hasValues) {
            flush();
            settled.run();
        }
        hasValues = false;
        reducer.clear();
    }

    private void flush() {
        reducer.fill(reduced, key.array(), 0, key.length(), 0);
        next.row(reduced);
    }

    @Override
    public void end() {
        finish();
        next.end();
    }
}

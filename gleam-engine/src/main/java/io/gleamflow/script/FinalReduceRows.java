package io.gleamflow.script;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;
import org.luaj.vm2.LuaValue;

/** Makes one row of all rows with the same first column; they come one after the other. */
final class FinalReduceRows implements LuaSink {

    private final Reducer reducer;
    private final LuaSink next;
    private final Bytes value = new Bytes(64);
    private final ValueWriter valueWriter = new ValueWriter(value);
    private final LuaRow reduced = new LuaRow();
    private Bytes key = new Bytes(64);
    private Bytes currentKey = new Bytes(64);
    private LuaValue current = LuaValue.NIL;
    private boolean any;

    FinalReduceRows(Reducer reducer, LuaSink next) {
        this.reducer = reducer;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        value.clear();
        row.write(0, value, valueWriter);
        key.clear();
        KeyEncoder.append(value.array(), 0, value.length(), false, key);
        if (any && Arrays.equals(key.array(), 0, key.length(), currentKey.array(), 0, currentKey.length())) {
            reducer.add(0, row);
            return;
        }
        flush();
        any = true;
        Bytes swap = currentKey;
        currentKey = key;
        key = swap;
        current = row.value(0);
        reducer.clear();
        reducer.first(0, row);
    }

    private void flush() {
        if (any) {
            reducer.fill(reduced, current, 0);
            next.row(reduced);
        }
    }

    @Override
    public void end() {
        flush();
        next.end();
    }
}

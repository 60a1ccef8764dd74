package io.gleamflow.script;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;

/** Where rows leave Lua: writes their values as MessagePack. */
final class ToBytes implements LuaSink {

    private final RowSink next;
    private final Bytes bytes = new Bytes(256);
    private final ValueWriter writer = new ValueWriter(bytes);

    ToBytes(RowSink next) {
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        bytes.clear();
        for (int i = 0; i < row.width(); i++) {
            row.write(i, bytes, writer);
        }
        next.row(bytes.array(), 0, bytes.length());
    }

    @Override
    public void end() {
        next.end();
    }
}

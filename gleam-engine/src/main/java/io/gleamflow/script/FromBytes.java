package io.gleamflow.script;

import io.gleamflow.row.RowSink;

/** Where rows enter Lua: their columns are decoded when a script asks for them. */
final class FromBytes implements RowSink {

    private final LuaSink next;
    private final LuaRow row = new LuaRow();

    FromBytes(LuaSink next) {
        this.next = next;
    }

    LuaSink next() {
        return next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        row.set(bytes, start, end);
        next.row(row);
    }

    @Override
    public void end() {
        next.end();
    }
}

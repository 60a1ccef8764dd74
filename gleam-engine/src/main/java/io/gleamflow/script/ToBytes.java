package io.gleamflow.script;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.List;
import org.luaj.vm2.LuaError;

/** Where rows leave Lua: writes their values as MessagePack. */
final class ToBytes implements LuaSink {

    private final Head step;
    private final RowSink next;
    private final Bytes bytes = new Bytes(256);
    private final ValueWriter writer = new ValueWriter(bytes);

    /**
     * @param step whose rows these are, for the message when a value cannot leave
     */
    ToBytes(Head step, RowSink next) {
        this.step = step;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        bytes.clear();
        for (int i = 0; i < row.width(); i++) {
            try {
                row.write(i, bytes, writer);
            } catch (LuaError e) {
                String message = e.getMessage() + " (column " + (i + 1) + ")";
                throw new ScriptFailedException(step, message, "", 0, new byte[0], List.of(), e);
            }
        }
        next.row(bytes.array(), 0, bytes.length());
    }

    @Override
    public void end() {
        next.end();
    }
}

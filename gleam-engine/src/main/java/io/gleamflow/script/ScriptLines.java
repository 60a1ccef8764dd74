package io.gleamflow.script;

import io.gleamflow.row.RowSink;
import java.util.Optional;

/** Where lines enter Lua as the texts they are, with no row between. Not thread-safe. */
public final class ScriptLines {

    private final LuaSink next;
    private final LuaRow row = new LuaRow();

    private ScriptLines(LuaSink next) {
        this.next = next;
    }

    /** The way into a chain for rows of one column of text; empty when it does not begin in Lua. */
    public static Optional<ScriptLines> into(RowSink chain) {
        return chain instanceof FromBytes script ? Optional.of(new ScriptLines(script.next())) : Optional.empty();
    }

    /** Takes a line without its end; the bytes are the caller's again when the method returns. */
    public void line(byte[] bytes, int start, int end) {
        row.setText(bytes, start, end);
        next.row(row);
    }
}

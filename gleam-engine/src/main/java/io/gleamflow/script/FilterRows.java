package io.gleamflow.script;

import org.luaj.vm2.LuaValue;

/** Keeps the rows for which the first value a script returns is neither nil nor false. */
final class FilterRows implements LuaSink {

    private final Script script;
    private final Previous previous;
    private final LuaSink next;

    /**
     * @param previous of the rows that come, whether they are kept or not
     */
    FilterRows(Script script, Previous previous, LuaSink next) {
        this.script = script;
        this.previous = previous;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        previous.enter(row);
        LuaValue verdict = script.value(row, previous.table());
        previous.remember(row);
        if (verdict.toboolean()) {
            row.forget();
            next.row(row);
        }
    }

    @Override
    public void end() {
        next.end();
    }
}

package io.gleamflow.script;

import org.luaj.vm2.LuaValue;

/** Keeps the rows for which the first value a script returns is neither nil nor false. */
final class FilterRows implements LuaSink {

    private final Script script;
    private final LuaSink next;

    FilterRows(Script script, LuaSink next) {
        this.script = script;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        LuaValue verdict = script.call(row).arg1();
        script.refuseFunction(verdict, row);
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

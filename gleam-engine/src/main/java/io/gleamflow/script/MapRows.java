package io.gleamflow.script;

import org.luaj.vm2.Varargs;

/** The values a script returns are the new row; none drop it. */
final class MapRows implements LuaSink {

    private final Script script;
    private final LuaSink next;
    private final int width;
    private final LuaRow mapped = new LuaRow();

    MapRows(Script script, LuaSink next) {
        this.script = script;
        this.next = next;
        this.width = script.step().as().size();
    }

    @Override
    public void row(LuaRow row) {
        Varargs values = script.call(row);
        int count = values.narg();
        if (count == 0) {
            return;
        }
        script.refuseFunction(values.arg1(), row);
        if (width != 0 && count != width) {
            throw script.failed(Widths.message(count, width), row);
        }
        script.make(mapped, values, count, row);
        next.row(mapped);
    }

    @Override
    public void end() {
        next.end();
    }
}

package io.gleamflow.script;

import org.luaj.vm2.Varargs;

/** The values a script returns are the new row; none drop it. */
final class MapRows implements LuaSink {

    private final Script script;
    private final LuaSink next;
    private final int width;
    private final LuaRow mapped = new LuaRow();
    private final Previous previous;

    /**
     * @param previous of the rows that leave
     */
    MapRows(Script script, Previous previous, LuaSink next) {
        this.script = script;
        this.previous = previous;
        this.next = next;
        this.width = script.step().as().size();
    }

    @Override
    public void row(LuaRow row) {
        previous.enter(row);
        Varargs values = script.call(row, previous.table());
        int count = values.narg();
        if (count == 0) {
            return;
        }
        script.refuseFunction(values.arg1(), row);
        if (width != 0 && count != width) {
            throw script.failed(Widths.message(count, width), row);
        }
        script.make(mapped, values, count, row);
        previous.remember(mapped);
        next.row(mapped);
    }

    @Override
    public void end() {
        next.end();
    }
}

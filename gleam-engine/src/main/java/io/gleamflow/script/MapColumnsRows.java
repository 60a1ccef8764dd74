package io.gleamflow.script;

import java.util.List;

/** A new row for each, one value from each script. */
final class MapColumnsRows implements LuaSink {

    private final List<Script> scripts;
    private final Previous previous;
    private final LuaSink next;
    private final LuaRow mapped = new LuaRow();

    /**
     * @param previous of the rows that leave
     */
    MapColumnsRows(List<Script> scripts, Previous previous, LuaSink next) {
        this.scripts = scripts;
        this.previous = previous;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        previous.enter(row);
        mapped.clear();
        for (int i = 0; i < scripts.size(); i++) {
            Script script = scripts.get(i);
            script.put(mapped, i, script.value(row, previous.table()), row);
        }
        previous.remember(mapped);
        next.row(mapped);
    }

    @Override
    public void end() {
        next.end();
    }
}

package io.gleamflow.script;

import java.util.List;

/** Gives columns of a row new values, one after the other: each script sees those that were set before. */
final class SetRows implements LuaSink {

    private final List<Entry> entries;
    private final Previous previous;
    private final LuaSink next;

    /** A script, and the column its value goes to. */
    record Entry(Script script, int column) {}

    /**
     * @param previous of the rows that leave
     */
    SetRows(List<Entry> entries, Previous previous, LuaSink next) {
        this.entries = entries;
        this.previous = previous;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        previous.enter(row);
        for (Entry entry : entries) {
            Script script = entry.script();
            script.put(row, entry.column(), script.value(row, previous.table()), row);
        }
        previous.remember(row);
        row.forget();
        next.row(row);
    }

    @Override
    public void end() {
        next.end();
    }
}

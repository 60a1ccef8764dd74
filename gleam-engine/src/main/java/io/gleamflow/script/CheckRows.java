package io.gleamflow.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.luaj.vm2.LuaValue;

/**
 * Rows for which each of some scripts is true pass on, and any other is a failure that names all that were not. A script that
 * fails ends the row at once.
 */
final class CheckRows implements LuaSink {

    private final List<Entry> entries;
    private final LuaSink next;

    /** A script and what it is called. */
    record Entry(Script script, String title) {}

    CheckRows(List<Entry> entries, LuaSink next) {
        this.entries = entries;
        this.next = next;
    }

    @Override
    public void row(LuaRow row) {
        List<Entry> failed = List.of();
        for (Entry entry : entries) {
            if (!entry.script().value(row, LuaValue.NIL).toboolean()) {
                failed = failed.isEmpty() ? new ArrayList<>() : failed;
                failed.add(entry);
            }
        }
        row.forget();
        if (!failed.isEmpty()) {
            String titles =
                    failed.stream().map(entry -> "`" + entry.title() + "`").collect(Collectors.joining(", "));
            throw failed.get(0).script().failed(titles, row);
        }
        next.row(row);
    }

    @Override
    public void end() {
        next.end();
    }
}

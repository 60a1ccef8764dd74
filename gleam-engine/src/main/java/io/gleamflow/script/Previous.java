package io.gleamflow.script;

import java.util.List;
import org.luaj.vm2.LuaTable;

/**
 * What scripts call {@code prev}: a row the step has had before, of the same key if there are keys; empty at first. Costs nothing
 * when no script of the step wants it.
 */
final class Previous {

    private final boolean wanted;
    private final RowTable tables;
    private final KeyWatch keys;
    private LuaTable table = new LuaTable();

    /**
     * Nothing so far.
     *
     * @param names of the columns that rows which are remembered have
     * @param per the key
     */
    Previous(boolean wanted, List<String> names, List<Integer> per) {
        this.wanted = wanted;
        this.tables = new RowTable(names);
        this.keys = new KeyWatch(per);
    }

    /** Forgets the row of another key, before the scripts see the next one. */
    void enter(LuaRow row) {
        if (wanted && keys.begins(row)) {
            table = new LuaTable();
        }
    }

    LuaTable table() {
        return table;
    }

    /** Takes a row as it came, whatever scripts have done to its tables, and leaves it so. */
    void remember(LuaRow row) {
        if (wanted) {
            row.forget();
            table = tables.of(row);
            row.forget();
        }
    }
}

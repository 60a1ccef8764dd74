package io.gleamflow.script;

import java.util.List;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** Rows as tables: columns by position, and by name where they have names. */
final class RowTable {

    private final LuaString[] names;

    RowTable(List<String> names) {
        this.names = names.stream().map(LuaValue::valueOf).toArray(LuaString[]::new);
    }

    LuaTable of(LuaRow row) {
        int width = row.width();
        LuaTable table = new LuaTable(width, names.length);
        for (int i = 0; i < width; i++) {
            table.rawset(i + 1, row.value(i));
            if (i < names.length) {
                table.rawset(names[i], row.value(i));
            }
        }
        return table;
    }
}

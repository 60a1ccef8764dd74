package io.gleamflow.script;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Whether a Lua table is a list or a map, decided by its keys alone, so that it does not depend on how a Lua keeps its tables: a
 * list has the keys 1 to n, of which half may be missing. What came as a list or a map stays one.
 */
final class TableShape {

    /** Said of a table that is no list. */
    static final int MAP = -1;

    private TableShape() {}

    /**
     * How many elements a table has as a list, nils among them; {@link #MAP} when it is a map.
     *
     * @throws LuaError when it has elements and other keys beside them: a column would lose some
     */
    static int listSize(LuaTable table) {
        DecodedTable decoded = table instanceof DecodedTable came ? came : null;
        if (isMarked(table, "object") || decoded != null && !decoded.isList()) {
            return MAP;
        }
        int least = decoded == null ? 0 : decoded.size();
        int count = 0;
        double greatest = 0;
        boolean others = false;
        for (Varargs entry = table.next(LuaValue.NIL); !entry.isnil(1); entry = table.next(entry.arg1())) {
            double key = entry.arg1().type() == LuaValue.TNUMBER ? entry.arg1().todouble() : 0;
            if (key >= 1 && key == Math.rint(key)) {
                count++;
                greatest = Math.max(greatest, key);
            } else {
                others = true;
            }
        }
        if (others) {
            if (decoded != null || !table.rawget(1).isnil()) {
                throw new LuaError("a table with elements and other keys beside them cannot be a column");
            }
            return MAP;
        }
        return greatest <= Math.max(least, 2.0 * count) ? (int) Math.max(greatest, least) : MAP;
    }

    /** Whether the library json calls the value so: what it makes of {@code null} and of objects has a metatable that says it. */
    static boolean isMarked(LuaValue value, String mark) {
        LuaValue metatable = value.getmetatable();
        return metatable != null
                && metatable.istable()
                && metatable.rawget("__gleam").eq_b(LuaValue.valueOf(mark));
    }
}

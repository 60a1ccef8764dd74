package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaTable;

/** The hash part of a table. */
public final class Tables {
    private Tables() {}

    /**
     * Takes away what is left of keys that were removed. LuaJ does not count it when it makes room, and stumbles over it when no
     * room is wanted since all keys move to the array.
     */
    public static void dropDead(LuaTable table, int newKey) {
        LuaTable.Slot[] hash = table.hash;
        for (int i = 0; i < hash.length; i++) {
            hash[i] = alive(hash[i]);
        }
    }

    private static LuaTable.@Nullable Slot alive(LuaTable.@Nullable Slot chain) {
        boolean whole = true;
        for (LuaTable.Slot slot = chain; slot != null; slot = slot.rest()) {
            whole &= !(slot instanceof LuaTable.DeadSlot);
        }
        if (whole) {
            return chain;
        }
        LuaTable.Slot alive = null;
        for (LuaTable.Slot slot = chain; slot != null; slot = slot.rest()) {
            alive = slot.relink(alive);
        }
        return alive;
    }
}

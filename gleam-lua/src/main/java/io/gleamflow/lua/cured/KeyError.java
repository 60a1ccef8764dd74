package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.Lua;
import org.luaj.vm2.LuaValue;

/** A key that no table can have: nil or NaN. LuaJ does not say which; the registers do. */
final class KeyError extends ScriptError {
    KeyError() {
        super(1);
    }

    @Override
    protected String problem(@Nullable CallSite site) {
        LuaValue key = LuaValue.NIL;
        int op = site == null ? Lua.OP_MOVE : Lua.GET_OPCODE(site.instruction());
        if (site != null && (op == Lua.OP_SETTABLE || op == Lua.OP_SETTABUP)) {
            key = VariableName.value(site, Lua.GETARG_B(site.instruction()));
        }
        return "table index is " + (key == null || key.isnil() ? "nil" : "NaN");
    }
}

package io.gleamflow.lua;

import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Calls functions with few arguments as often as there are rows: those written in Lua get them without a list in between. */
public final class LuaCall {

    private LuaCall() {}

    /** All that the function returns. */
    public static Varargs of(LuaFunction function, LuaValue argument) {
        return function instanceof LuaClosure lua && lua.p.is_vararg == 0
                ? run(lua, argument, LuaValue.NIL)
                : function.invoke(argument);
    }

    /** All that the function returns. */
    public static Varargs of(LuaFunction function, LuaValue first, LuaValue second) {
        return function instanceof LuaClosure lua && lua.p.is_vararg == 0
                ? run(lua, first, second)
                : function.invoke(first, second);
    }

    private static Varargs run(LuaClosure function, LuaValue first, LuaValue second) {
        int parameters = function.p.numparams;
        LuaValue[] registers = new LuaValue[function.p.maxstacksize];
        for (int i = 0; i < parameters; i++) {
            registers[i] = i == 0 ? first : i == 1 ? second : LuaValue.NIL;
        }
        return function.execute(registers, LuaValue.NONE).eval();
    }
}

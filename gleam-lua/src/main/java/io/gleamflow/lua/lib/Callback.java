package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ScriptError;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** Calls functions that a script has handed to a function of the libraries. When they are of the libraries too, nobody knows their name. */
final class Callback {
    private Callback() {}

    static Varargs invoke(LuaValue function, Varargs arguments) {
        try {
            return function.invoke(arguments).eval();
        } catch (ScriptError e) {
            e.leavesLibrary();
            throw e;
        }
    }

    static LuaValue call(LuaValue function, LuaValue first, LuaValue second) {
        try {
            return function.call(first, second);
        } catch (ScriptError e) {
            e.leavesLibrary();
            throw e;
        }
    }
}

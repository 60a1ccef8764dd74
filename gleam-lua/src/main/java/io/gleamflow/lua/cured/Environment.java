package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.UpValue;

/** The global variables of a function. LuaJ keeps them in an upvalue, as 5.2 does, under a name that no script can write here. */
public final class Environment {
    static final LuaString NAME = LuaString.valueOf("(environment)");

    private Environment() {}

    /** Whether an upvalue of a function is its environment. */
    public static boolean is(Prototype function, int upvalue) {
        return NAME.equals(function.upvalues[upvalue].name);
    }

    /** Which upvalue is the environment; -1 for a function in which no global is named. */
    public static int indexIn(Prototype function) {
        for (int i = 0; i < function.upvalues.length; i++) {
            if (is(function, i)) {
                return i;
            }
        }
        return -1;
    }

    /** The environment of a function, or null when no global is named in it. */
    public static @Nullable LuaValue of(LuaClosure function) {
        int index = indexIn(function.p);
        return index < 0 ? null : function.upValues[index].getValue();
    }

    /** Gives a function another environment, also while it runs; functions it has made before keep theirs. */
    public static void set(LuaClosure function, LuaTable environment) {
        int index = indexIn(function.p);
        if (index >= 0) {
            // the upvalue itself is shared with other functions
            function.upValues[index] = new UpValue(new LuaValue[] {environment}, 0);
        }
    }
}

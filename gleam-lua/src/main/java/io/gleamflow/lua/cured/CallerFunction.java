package io.gleamflow.lua.cured;

import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** A function of the libraries that wants to know which Lua function calls it; the interpreter tells it. */
public final class CallerFunction extends VarArgFunction {
    private final String known;
    private final Body body;

    /** What it does. */
    public interface Body {
        /** Called with the place of the call, or null when a function of the libraries calls. */
        Varargs call(@Nullable CallSite caller, Varargs arguments);
    }

    /** A function of that name. */
    public CallerFunction(String name, Body body) {
        this.known = name;
        this.body = body;
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        return body.call(null, arguments);
    }

    /** The function as it is for one call. */
    LuaValue calledFrom(CallSite caller) {
        return new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs arguments) {
                return body.call(caller, arguments);
            }
        };
    }

    @Override
    public String name() {
        return known;
    }
}

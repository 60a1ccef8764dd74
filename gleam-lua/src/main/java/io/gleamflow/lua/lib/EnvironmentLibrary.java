package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.CallSite;
import io.gleamflow.lua.cured.CallerFunction;
import io.gleamflow.lua.cured.Environment;
import io.gleamflow.lua.cured.LibraryError;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code getfenv} and {@code setfenv}. Of the stack they know level 1, the function that calls them, and level 0, what is loaded from now on. */
final class EnvironmentLibrary {
    private final LuaTable globals;

    /** Of functions that name no global and so have no place to keep it. */
    private final Map<LuaClosure, LuaTable> kept = new WeakHashMap<>();

    private LuaTable ofNewChunks;

    EnvironmentLibrary(LuaTable globals) {
        this.globals = globals;
        this.ofNewChunks = globals;
    }

    void addTo(LuaTable table) {
        table.set("getfenv", new CallerFunction("getfenv", this::get));
        table.set("setfenv", new CallerFunction("setfenv", this::set));
    }

    /** What a text gets that is loaded without an environment of its own. */
    LuaTable ofNewChunks() {
        return ofNewChunks;
    }

    private LuaValue get(@Nullable CallSite caller, Varargs args) {
        if (args.arg(1) instanceof LuaFunction function) {
            return of(function);
        }
        int level = Arguments.integer(args, 1, 1);
        requireLevel(level);
        LuaClosure calling = caller == null ? null : caller.closure();
        if (level == 1 && calling != null) {
            return of(calling);
        }
        return level == 0 ? ofNewChunks : globals;
    }

    private static void requireLevel(int level) {
        if (level < 0) {
            throw new ArgumentError(1, "invalid level");
        }
    }

    private LuaValue of(LuaFunction function) {
        if (function instanceof LuaClosure closure) {
            LuaValue environment = Environment.of(closure);
            return environment == null ? kept.getOrDefault(closure, globals) : environment;
        }
        return globals;
    }

    private Varargs set(@Nullable CallSite caller, Varargs args) {
        LuaTable environment = Arguments.table(args, 2);
        LuaValue function = args.arg(1);
        if (!(function instanceof LuaFunction)) {
            int level = Arguments.integer(args, 1);
            requireLevel(level);
            if (level == 0) {
                ofNewChunks = environment;
                return LuaValue.NONE;
            } else if (level > 1) {
                throw new LibraryError("'setfenv' knows of the stack only level 1 here");
            }
            LuaClosure calling = caller == null ? null : caller.closure();
            function = calling == null ? LuaValue.NIL : calling;
        }
        if (function instanceof LuaClosure closure) {
            give(closure, environment);
            return closure;
        }
        throw new LibraryError("'setfenv' cannot change environment of given object");
    }

    void give(LuaClosure function, LuaTable environment) {
        if (Environment.of(function) == null) {
            kept.put(function, environment);
        }
        Environment.set(function, environment);
    }
}

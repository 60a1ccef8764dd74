package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.CallSite;
import io.gleamflow.lua.cured.CallerFunction;
import io.gleamflow.lua.cured.Environment;
import io.gleamflow.lua.cured.ScriptError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaBoolean;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNil;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * As much of {@code debug} as can be had without watching every instruction: no hooks, no locals, and of the stack only the function
 * that asks and the functions an error has left.
 */
final class DebugLibrary implements Library<DebugLibrary.Name> {
    private static final String HEADING = "stack traceback:";

    enum Name {
        GETMETATABLE,
        GETUPVALUE,
        SETMETATABLE,
        SETUPVALUE
    }

    private final LuaFunction traceback = new CallerFunction("traceback", DebugLibrary::traceback);

    /** The library in a table, and values without metatables: LuaJ keeps those of all worlds in the same place. */
    LuaTable table() {
        LuaTable debug = new LuaTable();
        addTo(debug, Name.values());
        debug.set("getinfo", new CallerFunction("getinfo", DebugLibrary::info));
        debug.set("traceback", traceback);
        LuaNil.s_metatable = null;
        LuaBoolean.s_metatable = null;
        LuaNumber.s_metatable = null;
        LuaFunction.s_metatable = null;
        return debug;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case GETMETATABLE -> {
                LuaValue metatable = Arguments.any(args, 1).getmetatable();
                yield metatable == null ? LuaValue.NIL : metatable;
            }
            case GETUPVALUE -> {
                int count = Arguments.integer(args, 2);
                LuaClosure closure = closure(args);
                int index = upvalue(closure, count);
                yield closure == null || index < 0
                        ? LuaValue.NONE
                        : LuaValue.varargsOf(nameOf(closure, index), closure.upValues[index].getValue());
            }
            case SETMETATABLE -> setMetatable(args);
            case SETUPVALUE -> {
                LuaValue value = Arguments.any(args, 3);
                LuaClosure closure = closure(args);
                int index = upvalue(closure, Arguments.integer(args, 2));
                if (closure == null || index < 0) {
                    yield LuaValue.NONE;
                }
                closure.upValues[index].setValue(value);
                yield nameOf(closure, index);
            }
        };
    }

    /** Whether a function is {@code traceback} itself. */
    static boolean isTraceback(LuaFunction function) {
        return function instanceof CallerFunction asking && asking.name().equals("traceback");
    }

    /** Without an error only the calling function is known. */
    private static Varargs traceback(@Nullable CallSite caller, Varargs all) {
        boolean ofCoroutine = all.arg(1) instanceof Coroutine;
        Varargs args = ofCoroutine ? all.subargs(2) : all;
        LuaValue message = args.arg(1);
        if (!message.isstring() && args.narg() > 0) {
            return message;
        }
        List<CallSite> sites =
                caller == null || ofCoroutine || Arguments.integer(args, 2, 1) != 1 ? List.of() : List.of(caller);
        String trace = trace(sites);
        return message.isstring() ? LuaString.valueOf(message.tojstring() + "\n" + trace) : LuaString.valueOf(trace);
    }

    /** The traceback of an error that has just been caught. */
    static LuaValue traceback(LuaValue message, ScriptError error) {
        return message.isstring() ? LuaString.valueOf(message.tojstring() + "\n" + trace(error.trace())) : message;
    }

    private static String trace(List<CallSite> sites) {
        StringBuilder text = new StringBuilder(HEADING);
        for (CallSite site : sites) {
            text.append("\n\t").append(site.chunk()).append(':').append(site.line());
            text.append(
                    site.firstLineOfFunction() == 0
                            ? ": in main chunk"
                            : ": in function <" + site.chunk() + ':' + site.firstLineOfFunction() + '>');
        }
        return text.toString();
    }

    private static Varargs info(@Nullable CallSite caller, Varargs all) {
        boolean ofCoroutine = all.arg(1) instanceof Coroutine;
        Varargs args = ofCoroutine ? all.subargs(2) : all;
        String options = args.isnoneornil(2) ? "flnSu" : Arguments.name(args, 2);
        boolean valid = options.chars().allMatch(c -> "flnSuL".indexOf(c) >= 0);
        if (args.arg(1) instanceof LuaFunction function) {
            requireOptions(valid);
            return FunctionInfo.of(function, null, options);
        } else if (!args.arg(1).isnumber()) {
            throw new ArgumentError(1, "function or level expected");
        }
        int level = Arguments.integer(args, 1);
        LuaClosure calling = caller == null || level != 1 || ofCoroutine ? null : caller.closure();
        if (calling == null) {
            return LuaValue.NIL;
        }
        requireOptions(valid);
        return FunctionInfo.of(calling, caller, options);
    }

    private static void requireOptions(boolean valid) {
        if (!valid) {
            throw new ArgumentError(2, "invalid option");
        }
    }

    private static Varargs setMetatable(Varargs args) {
        LuaValue value = args.arg(1);
        LuaValue metatable = args.arg(2);
        if (args.narg() < 2 || !metatable.isnil() && !metatable.istable()) {
            throw new ArgumentError(2, "nil or table expected");
        }
        LuaTable table = metatable.isnil() ? null : metatable.checktable();
        switch (value.type()) {
            case LuaValue.TNIL -> LuaNil.s_metatable = table;
            case LuaValue.TBOOLEAN -> LuaBoolean.s_metatable = table;
            case LuaValue.TNUMBER -> LuaNumber.s_metatable = table;
            case LuaValue.TSTRING -> LuaString.s_metatable = table;
            case LuaValue.TFUNCTION -> LuaFunction.s_metatable = table;
            case LuaValue.TTABLE, LuaValue.TUSERDATA -> value.setmetatable(table);
            default -> throw new ArgumentError(1, "a metatable of threads is not supported");
        }
        return LuaValue.TRUE;
    }

    /** The function that the first argument must be; null for one that is not Lua's. */
    private static @Nullable LuaClosure closure(Varargs args) {
        return Arguments.function(args, 1) instanceof LuaClosure closure ? closure : null;
    }

    /** The index, from 0, of an upvalue that scripts count from 1, among which the environment is none; -1 when there is none. */
    private static int upvalue(@Nullable LuaClosure closure, int count) {
        if (closure == null || count < 1) {
            return -1;
        }
        int environment = Environment.indexIn(closure.p);
        int index = environment >= 0 && count > environment ? count : count - 1;
        return index < closure.upValues.length ? index : -1;
    }

    private static LuaValue nameOf(LuaClosure closure, int index) {
        LuaString name = closure.p.upvalues[index].name;
        return name == null ? LuaValue.EMPTYSTRING : name;
    }
}

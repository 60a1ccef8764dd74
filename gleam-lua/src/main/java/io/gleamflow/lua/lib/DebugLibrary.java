package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.CallSite;
import io.gleamflow.lua.cured.ChunkName;
import io.gleamflow.lua.cured.ScriptError;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** As much of {@code debug} as can be had without watching every instruction: no hooks, no locals, no stack but that of an error. */
final class DebugLibrary implements Library<DebugLibrary.Name> {

    enum Name {
        GETINFO,
        GETMETATABLE,
        GETUPVALUE,
        SETMETATABLE,
        SETUPVALUE,
        TRACEBACK
    }

    static LuaTable table() {
        LuaTable debug = new LuaTable();
        new DebugLibrary().addTo(debug, Name.values());
        return debug;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case GETINFO -> info(args.arg(1));
            case GETMETATABLE -> {
                LuaValue metatable = Arguments.any(args, 1).getmetatable();
                yield metatable == null ? LuaValue.NIL : metatable;
            }
            case GETUPVALUE -> upvalue(args);
            case SETMETATABLE -> Arguments.any(args, 1).setmetatable(args.isnil(2) ? null : args.arg(2));
            case SETUPVALUE -> setUpvalue(args);
            case TRACEBACK -> {
                LuaValue message = args.arg(1);
                boolean isText = message.isstring() || args.narg() == 0;
                yield isText ? LuaString.valueOf(message.optjstring("") + "\nstack traceback:") : message;
            }
        };
    }

    /** The traceback of an error that has just been caught. */
    static LuaValue traceback(LuaValue message, ScriptError error) {
        if (!message.isstring()) {
            return message;
        }
        StringBuilder text = new StringBuilder(message.tojstring()).append("\nstack traceback:");
        for (CallSite site : error.trace()) {
            text.append("\n\t").append(site.chunk()).append(':').append(site.line());
            text.append(
                    site.firstLineOfFunction() == 0
                            ? ": in main chunk"
                            : ": in function <" + site.chunk() + ':' + site.firstLineOfFunction() + '>');
        }
        return LuaString.valueOf(text.toString());
    }

    private static LuaValue info(LuaValue function) {
        if (!function.isfunction()) {
            return LuaValue.NIL;
        }
        LuaTable info = new LuaTable();
        info.set("func", function);
        if (function instanceof LuaClosure closure) {
            String source = closure.p.source.tojstring();
            info.set("what", closure.p.linedefined == 0 ? "main" : "Lua");
            info.set("source", source);
            info.set("short_src", ChunkName.shown(source));
            info.set("linedefined", closure.p.linedefined);
            info.set("lastlinedefined", closure.p.linedefined == 0 ? -1 : closure.p.lastlinedefined);
            info.set("nups", closure.upValues.length);
            info.set("nparams", closure.p.numparams);
            info.set("isvararg", LuaValue.valueOf(closure.p.is_vararg != 0));
        } else {
            info.set("what", "C");
            info.set("source", "=[C]");
            info.set("short_src", "[C]");
            info.set("linedefined", -1);
            info.set("lastlinedefined", -1);
        }
        info.set("currentline", -1);
        return info;
    }

    private static Varargs upvalue(Varargs args) {
        int index = Arguments.integer(args, 2) - 1;
        if (args.arg(1) instanceof LuaClosure closure && index >= 0 && index < closure.upValues.length) {
            return LuaValue.varargsOf(nameOf(closure, index), closure.upValues[index].getValue());
        }
        return LuaValue.NONE;
    }

    private static Varargs setUpvalue(Varargs args) {
        int index = Arguments.integer(args, 2) - 1;
        if (args.arg(1) instanceof LuaClosure closure && index >= 0 && index < closure.upValues.length) {
            closure.upValues[index].setValue(Arguments.any(args, 3));
            return nameOf(closure, index);
        }
        return LuaValue.NONE;
    }

    private static LuaValue nameOf(LuaClosure closure, int index) {
        LuaString name = closure.p.upvalues[index].name;
        return name == null ? LuaValue.EMPTYSTRING : name;
    }
}

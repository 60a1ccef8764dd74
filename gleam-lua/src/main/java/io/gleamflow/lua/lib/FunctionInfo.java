package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.CallSite;
import io.gleamflow.lua.cured.ChunkName;
import io.gleamflow.lua.cured.Environment;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;

/** What {@code debug.getinfo} says of a function: each letter of the options adds some fields. */
final class FunctionInfo {
    private final LuaFunction function;
    private final @Nullable CallSite at;
    private final LuaTable info = new LuaTable();

    private FunctionInfo(LuaFunction function, @Nullable CallSite at) {
        this.function = function;
        this.at = at;
    }

    /** Fields of a function that is, perhaps, at some instruction. */
    static LuaTable of(LuaFunction function, @Nullable CallSite at, String options) {
        FunctionInfo of = new FunctionInfo(function, at);
        options.chars().forEach(of::add);
        return of.info;
    }

    private void add(int option) {
        switch (option) {
            case 'S' -> source();
            case 'l' -> info.set("currentline", at == null ? -1 : at.line());
            case 'u' -> shape();
            case 'n' -> info.set("namewhat", "");
            case 'f' -> info.set("func", function);
            default -> activeLines();
        }
    }

    private void source() {
        if (function instanceof LuaClosure closure) {
            Prototype p = closure.p;
            String source = p.source.tojstring();
            info.set("what", p.linedefined == 0 ? "main" : "Lua");
            info.set("source", source);
            info.set("short_src", ChunkName.shown(source));
            info.set("linedefined", p.linedefined);
            info.set("lastlinedefined", p.lastlinedefined);
        } else {
            info.set("what", "C");
            info.set("source", "=[C]");
            info.set("short_src", "[C]");
            info.set("linedefined", -1);
            info.set("lastlinedefined", -1);
        }
    }

    private void shape() {
        if (function instanceof LuaClosure closure) {
            info.set("nups", closure.upValues.length - (Environment.indexIn(closure.p) < 0 ? 0 : 1));
            info.set("nparams", closure.p.numparams);
            info.set("isvararg", LuaValue.valueOf(closure.p.is_vararg != 0));
        } else {
            info.set("nups", 0);
            info.set("nparams", 0);
            info.set("isvararg", LuaValue.TRUE);
        }
    }

    private void activeLines() {
        if (function instanceof LuaClosure closure) {
            LuaTable lines = new LuaTable();
            for (int line : closure.p.lineinfo) {
                lines.set(line, LuaValue.TRUE);
            }
            info.set("activelines", lines);
        }
    }
}

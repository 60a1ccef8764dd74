package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.CallSite;
import io.gleamflow.lua.cured.CallerFunction;
import io.gleamflow.lua.cured.LibraryError;
import org.jspecify.annotations.Nullable;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code module} and {@code package.seeall}, as 5.1 has them. */
final class ModuleLibrary {
    private final LuaTable globals;
    private final LuaTable loaded;
    private final EnvironmentLibrary environments;

    ModuleLibrary(LuaTable globals, LuaTable loaded, EnvironmentLibrary environments) {
        this.globals = globals;
        this.loaded = loaded;
        this.environments = environments;
    }

    void addTo(LuaTable table) {
        table.set("module", new CallerFunction("module", this::module));
    }

    private Varargs module(@Nullable CallSite caller, Varargs args) {
        LuaString name = Arguments.string(args, 1);
        LuaTable module = named(name);
        if (module.get("_NAME").isnil()) {
            module.set("_M", module);
            module.set("_NAME", name);
            String text = name.tojstring();
            module.set("_PACKAGE", LuaString.valueOf(text.substring(0, text.lastIndexOf('.') + 1)));
        }
        LuaClosure calling = caller == null ? null : caller.closure();
        if (calling == null) {
            throw new LibraryError("'module' not called from a Lua function");
        }
        environments.give(calling, module);
        for (int i = 2; i <= args.narg(); i++) {
            if (args.arg(i) instanceof LuaFunction option) {
                option.call(module);
            }
        }
        return LuaValue.NONE;
    }

    private LuaTable named(LuaString name) {
        if (loaded.get(name) instanceof LuaTable known) {
            return known;
        }
        LuaTable at = globals;
        for (String part : name.tojstring().split("\\.", -1)) {
            LuaValue next = at.rawget(LuaString.valueOf(part));
            if (next.isnil()) {
                next = new LuaTable();
                at.rawset(LuaString.valueOf(part), next);
            } else if (!next.istable()) {
                throw new LibraryError("name conflict for module '" + name.tojstring() + "'");
            }
            at = next.checktable();
        }
        loaded.set(name, at);
        return at;
    }

    /** Lets a module see the globals. */
    Varargs seeAll(Varargs args) {
        LuaTable module = Arguments.table(args, 1);
        LuaValue metatable = module.getmetatable();
        if (metatable == null) {
            metatable = new LuaTable();
            module.setmetatable(metatable);
        }
        metatable.set(LuaValue.INDEX, globals);
        return LuaValue.NONE;
    }
}

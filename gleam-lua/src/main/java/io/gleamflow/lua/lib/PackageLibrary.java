package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.Chunks;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.SyntaxError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code require} and {@code package}: modules are Lua texts found along {@code package.path}, and nothing else. */
final class PackageLibrary implements Library<PackageLibrary.Name> {
    private static final String PATH = "./?.lua;./?/init.lua";

    enum Name {
        REQUIRE,
        SEARCHPATH
    }

    private final Globals globals;
    private final LuaTable packages = new LuaTable();
    private final LuaTable loaded = new LuaTable();

    private PackageLibrary(Globals globals) {
        this.globals = globals;
    }

    static void addTo(Globals globals, Map<String, LuaTable> libraries) {
        PackageLibrary library = new PackageLibrary(globals);
        library.addTo(globals, new Name[] {Name.REQUIRE});
        library.addTo(library.packages, new Name[] {Name.SEARCHPATH});
        library.packages.set("path", PATH);
        library.packages.set("cpath", "");
        library.packages.set("config", "/\n;\n?\n!\n-\n");
        library.packages.set("preload", new LuaTable());
        library.packages.set("loaded", library.loaded);
        libraries.forEach(library.loaded::set);
        library.loaded.set("_G", globals);
        library.loaded.set("package", library.packages);
        globals.set("package", library.packages);
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case REQUIRE -> require(Arguments.string(args, 1));
            case SEARCHPATH -> {
                StringBuilder tried = new StringBuilder();
                String found = search(
                        Arguments.string(args, 1).tojstring(),
                        Arguments.string(args, 2).tojstring(),
                        tried);
                yield found.isEmpty()
                        ? LuaValue.varargsOf(LuaValue.NIL, LuaString.valueOf(tried.toString()))
                        : LuaString.valueOf(found);
            }
        };
    }

    private LuaValue require(LuaString name) {
        LuaValue known = loaded.get(name);
        if (known.toboolean()) {
            return known;
        }
        LuaValue result = loader(name).call(name);
        if (!result.isnil()) {
            loaded.set(name, result);
        } else if (loaded.get(name).isnil()) {
            loaded.set(name, LuaValue.TRUE);
        }
        return loaded.get(name);
    }

    private LuaValue loader(LuaString name) {
        LuaValue preload = packages.get("preload");
        LuaValue preloaded = preload.istable() ? preload.get(name) : LuaValue.NIL;
        if (!preloaded.isnil()) {
            return preloaded;
        }
        String module = name.tojstring();
        if (module.equals("jit") || module.equals("ffi")) {
            throw new LibraryError("module '" + module + "' needs runtime: luajit");
        }
        LuaValue path = packages.get("path");
        if (!path.isstring()) {
            throw new LibraryError("'package.path' must be a string");
        }
        StringBuilder tried = new StringBuilder("\n\tno field package.preload['" + module + "']");
        String file = search(module, path.tojstring(), tried);
        if (file.isEmpty()) {
            throw new LibraryError("module '" + module + "' not found:" + tried);
        }
        try {
            return new LuaClosure(Chunks.compile(Files.read(file), "@" + file, 1), globals);
        } catch (IOException | SyntaxError e) {
            throw new LibraryError(
                    "error loading module '" + module + "' from file '" + file + "':\n\t" + e.getMessage());
        }
    }

    /** The first file along the path that can be read, or an empty text. */
    private static String search(String module, String path, StringBuilder tried) {
        String name = module.replace('.', '/');
        for (String template : path.split(";", -1)) {
            String file = template.replace("?", name);
            if (java.nio.file.Files.isReadable(Path.of(file)) && java.nio.file.Files.isRegularFile(Path.of(file))) {
                return file;
            }
            tried.append("\n\tno file '").append(file).append('\'');
        }
        return "";
    }
}

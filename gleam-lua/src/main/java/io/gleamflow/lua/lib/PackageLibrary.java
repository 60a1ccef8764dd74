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
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code require} and {@code package}: modules are Lua texts found along {@code package.path}, and nothing else. */
final class PackageLibrary implements Library<PackageLibrary.Name> {
    private static final String PATH = "./?.lua;./?/init.lua";

    enum Name {
        REQUIRE,
        SEARCHPATH,
        SEEALL,
        PRELOADED,
        FROMFILE
    }

    private final EnvironmentLibrary environments;
    private final ModuleLibrary modules;
    private final LuaTable packages = new LuaTable();
    private final LuaTable loaded = new LuaTable();

    /** Stands for a module while it is being loaded. */
    private final LuaValue loading = new LuaUserdata(this);

    private PackageLibrary(LuaTable globals, EnvironmentLibrary environments) {
        this.environments = environments;
        this.modules = new ModuleLibrary(globals, loaded, environments);
    }

    static void addTo(Globals globals, Map<String, LuaTable> libraries, EnvironmentLibrary environments) {
        PackageLibrary library = new PackageLibrary(globals, environments);
        LuaTable packages = library.packages;
        library.addTo(globals, new Name[] {Name.REQUIRE});
        library.addTo(packages, new Name[] {Name.SEARCHPATH, Name.SEEALL});
        library.modules.addTo(globals);
        packages.set("path", PATH);
        packages.set("cpath", "");
        packages.set("config", "/\n;\n?\n!\n-\n");
        packages.set("preload", new LuaTable());
        packages.set("loaded", library.loaded);
        packages.set("loaders", LuaValue.listOf(new LuaValue[] {
            new Library.Function<>(library, Name.PRELOADED), new Library.Function<>(library, Name.FROMFILE)
        }));
        libraries.forEach(library.loaded::set);
        library.loaded.set("_G", globals);
        library.loaded.set("package", packages);
        globals.set("package", packages);
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case REQUIRE -> require(Arguments.string(args, 1));
            case SEARCHPATH -> searchPath(args);
            case SEEALL -> modules.seeAll(args);
            case PRELOADED -> preloaded(Arguments.string(args, 1));
            case FROMFILE -> fromFile(Arguments.string(args, 1).tojstring());
        };
    }

    private LuaValue require(LuaString name) {
        LuaValue known = loaded.get(name);
        if (known.equals(loading)) {
            throw new LibraryError("loop or previous error loading module '" + name.tojstring() + "'");
        } else if (known.toboolean()) {
            return known;
        }
        LuaFunction loader = loader(name);
        loaded.set(name, loading);
        LuaValue result = loader.call(name);
        if (!result.isnil()) {
            loaded.set(name, result);
        } else if (loaded.get(name).equals(loading)) {
            loaded.set(name, LuaValue.TRUE);
        }
        return loaded.get(name);
    }

    private LuaFunction loader(LuaString name) {
        if (!(packages.get("loaders") instanceof LuaTable loaders)) {
            throw new LibraryError("'package.loaders' must be a table");
        }
        StringBuilder tried = new StringBuilder();
        for (int i = 1; !loaders.rawget(i).isnil(); i++) {
            LuaValue found = loaders.rawget(i).call(name);
            if (found instanceof LuaFunction loader) {
                return loader;
            } else if (found.isstring()) {
                tried.append(found.tojstring());
            }
        }
        throw new LibraryError("module '" + name.tojstring() + "' not found:" + tried);
    }

    private LuaValue preloaded(LuaString name) {
        if (!(packages.get("preload") instanceof LuaTable preload)) {
            throw new LibraryError("'package.preload' must be a table");
        }
        LuaValue loader = preload.get(name);
        return loader.isnil() ? LuaString.valueOf("\n\tno field package.preload['" + name.tojstring() + "']") : loader;
    }

    private LuaValue fromFile(String module) {
        if (module.equals("jit") || module.equals("ffi")) {
            throw new LibraryError("module '" + module + "' needs runtime: luajit");
        }
        LuaValue path = packages.get("path");
        if (!path.isstring()) {
            throw new LibraryError("'package.path' must be a string");
        }
        StringBuilder tried = new StringBuilder();
        String file = search(module.replace('.', '/'), path.tojstring(), tried);
        if (file.isEmpty()) {
            return LuaString.valueOf(tried.toString());
        }
        try {
            return new LuaClosure(Chunks.compile(Files.read(file), "@" + file, 1), environments.ofNewChunks());
        } catch (IOException | SyntaxError e) {
            throw new LibraryError(
                    "error loading module '" + module + "' from file '" + file + "':\n\t" + e.getMessage());
        }
    }

    private static Varargs searchPath(Varargs args) {
        String directories = Arguments.string(args, 4, LuaString.valueOf("/")).tojstring();
        String dot = Arguments.string(args, 3, LuaString.valueOf(".")).tojstring();
        String path = Arguments.string(args, 2).tojstring();
        String module = Arguments.string(args, 1).tojstring();
        StringBuilder tried = new StringBuilder();
        String found = search(dot.isEmpty() ? module : module.replace(dot, directories), path, tried);
        return found.isEmpty()
                ? LuaValue.varargsOf(LuaValue.NIL, LuaString.valueOf(tried.toString()))
                : LuaString.valueOf(found);
    }

    /** The first file along the path that can be read, or an empty text. */
    private static String search(String name, String path, StringBuilder tried) {
        for (String template : path.split(";", -1)) {
            String file = template.replace("?", name);
            if (file.isEmpty()) {
                continue;
            }
            if (java.nio.file.Files.isReadable(Path.of(file)) && java.nio.file.Files.isRegularFile(Path.of(file))) {
                return file;
            }
            tried.append("\n\tno file '").append(file).append('\'');
        }
        return "";
    }
}

package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import java.util.Map;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;

/** The libraries of one world. */
public final class StandardLibraries implements AutoCloseable {
    private final CoroutineLibrary coroutines = new CoroutineLibrary();
    private final IoLibrary io;

    private StandardLibraries(LuaOutput output) {
        this.io = new IoLibrary(output);
    }

    /** Puts all libraries into a table of globals, and makes strings know theirs. */
    public static StandardLibraries into(Globals globals, LuaOutput output) {
        StandardLibraries libraries = new StandardLibraries(output);
        LuaTable string = StringLibrary.table();
        EnvironmentLibrary environments = new EnvironmentLibrary(globals);
        BaseLibrary.addTo(globals, output, environments);
        Map<String, LuaTable> tables = Map.of(
                "string", string,
                "table", TableLibrary.table(),
                "math", MathLibrary.table(),
                "os", OsLibrary.table(output),
                "io", libraries.io.table(),
                "coroutine", libraries.coroutines.table(),
                "bit", BitLibrary.table(),
                "bit32", Bit32Library.table(),
                "debug", new DebugLibrary().table());
        tables.forEach(globals::set);
        PackageLibrary.addTo(globals, tables, environments);
        LuaTable strings = new LuaTable();
        strings.set(LuaValue.INDEX, string);
        LuaString.s_metatable = strings;
        return libraries;
    }

    /** Ends suspended coroutines and closes files. */
    @Override
    public void close() {
        coroutines.close();
        io.close();
    }
}

package io.gleamflow.lua;

import io.gleamflow.lua.cured.Chunks;
import io.gleamflow.lua.cured.Raising;
import io.gleamflow.lua.cured.SyntaxError;
import io.gleamflow.lua.lib.StandardLibraries;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.compiler.LuaC;

/**
 * A fresh Lua: globals, libraries, and a way to load text. Scripts cannot reach Java classes, load no bytecode, and see nothing of the
 * process's standard input and output: {@code print} and {@code io.write} go to the world's {@link LuaOutput}.
 *
 * <p>For one thread. LuaJ keeps the metatable of strings in a static field, so that of the worlds of a class loader only the one
 * created last is whole: a process runs one after the other.
 */
public final class LuaWorld implements AutoCloseable {
    private final Globals globals = new Globals();
    private final StandardLibraries libraries;

    private LuaWorld(LuaOutput output) {
        LuaC.install(globals);
        libraries = StandardLibraries.into(globals, output);
        Raising.prepare();
    }

    /** A new world that prints to {@code output}. */
    public static LuaWorld create(LuaOutput output) {
        return new LuaWorld(output);
    }

    /** The table of global variables. */
    public Globals globals() {
        return globals;
    }

    /**
     * Loads a text as a function without running it. What the function throws when it is called is for {@link LuaFailure#of}.
     *
     * @param chunkName what messages call it, as in {@code flow.yaml:12: ...}
     * @param firstLine the line, from 1, that its first line is
     * @throws LuaSyntaxException when it is not Lua; bytecode is not
     */
    public LuaFunction load(byte[] text, String chunkName, int firstLine) throws LuaSyntaxException {
        return load(text, chunkName, firstLine, globals);
    }

    /**
     * The same for a text whose global variables are those of a table.
     *
     * @throws LuaSyntaxException when it is not Lua; bytecode is not
     */
    public LuaFunction load(byte[] text, String chunkName, int firstLine, LuaTable environment)
            throws LuaSyntaxException {
        return new LuaClosure(prototype(text, chunkName, firstLine), environment);
    }

    static Prototype prototype(byte[] text, String chunkName, int firstLine) throws LuaSyntaxException {
        if (firstLine < 1) {
            throw new IllegalArgumentException("lines count from 1, not " + firstLine);
        }
        try {
            return Chunks.compile(text, "@" + chunkName, firstLine);
        } catch (SyntaxError e) {
            throw new LuaSyntaxException(chunkName, e.line(), e.problem());
        }
    }

    /** Ends the coroutines that are suspended, and with them their threads. The world must not be used afterwards. */
    @Override
    public void close() {
        libraries.close();
    }
}

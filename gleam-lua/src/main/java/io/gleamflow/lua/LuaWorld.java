package io.gleamflow.lua;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.LuaC;
import org.luaj.vm2.lib.Bit32Lib;
import org.luaj.vm2.lib.CoroutineLib;
import org.luaj.vm2.lib.PackageLib;
import org.luaj.vm2.lib.TableLib;
import org.luaj.vm2.lib.jse.JseBaseLib;
import org.luaj.vm2.lib.jse.JseIoLib;
import org.luaj.vm2.lib.jse.JseMathLib;
import org.luaj.vm2.lib.jse.JseOsLib;

/**
 * A fresh Lua: globals, libraries, and a way to load text. It has no access to Java classes and loads no bytecode; its
 * {@code print} and {@code io.write} go to its {@link LuaOutput} and nowhere else.
 *
 * <p>Used by one thread. LuaJ keeps the metatable of strings in a static field: two worlds in one class loader at the same
 * time share it, so a process should run one after the other.
 */
public final class LuaWorld {

    private final Globals globals = new Globals();

    private LuaWorld() {}

    public static LuaWorld create(LuaOutput output) {
        LuaWorld world = new LuaWorld();
        Globals globals = world.globals;
        globals.STDOUT = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) {
                output.print(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                output.print(bytes, offset, length);
            }
        });
        globals.STDIN = InputStream.nullInputStream();
        globals.load(new JseBaseLib());
        globals.load(new PackageLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new CoroutineLib());
        globals.load(new JseMathLib());
        globals.load(new JseIoLib());
        globals.load(new JseOsLib());
        // the compiler, but not the reader of bytecode
        LuaC.install(globals);
        globals.get("package").get("searchers").set(3, LuaValue.NIL);
        world.replace(output);
        return world;
    }

    private void replace(LuaOutput output) {
        LuaTable string = StringLibrary.create();
        globals.set("string", string);
        LuaTable metatable = new LuaTable();
        metatable.set(LuaValue.INDEX, string);
        LuaString.s_metatable = metatable;
        BaseLibrary.install(this, output);
        MathLibrary.install((LuaTable) globals.get("math"));
        LuaTable bit = BitLibrary.create();
        globals.set("bit", bit);
        LuaTable loaded = (LuaTable) globals.get("package").get("loaded");
        loaded.set("bit", bit);
        loaded.set("string", string);
        LuaTable table = (LuaTable) globals.get("table");
        StringLibrary.add(table, "getn", args -> LuaValue.valueOf(args.checktable(1).length()));
        LuaTable os = (LuaTable) globals.get("os");
        LuaValue time = os.get("time");
        StringLibrary.add(os, "time", args -> LuaValue.valueOf(
                Math.floor(time.invoke(args).arg1().todouble())));
        StringLibrary.add(os, "exit", args -> {
            throw new ScriptExit(args.arg1().isboolean() ? (args.toboolean(1) ? 0 : 1) : args.optint(1, 0));
        });
    }

    public Globals globals() {
        return globals;
    }

    /**
     * Loads a text.
     *
     * @param chunkName what messages call it, as in {@code flow.yaml:12: …}
     * @param firstLine the line, from 1, on which the text starts
     * @throws LuaSyntaxException when it is not Lua; bytecode is not
     */
    public LuaFunction load(byte[] text, String chunkName, int firstLine) throws LuaSyntaxException {
        return load(text, chunkName, firstLine, LuaValue.NIL);
    }

    LuaFunction load(byte[] text, String chunkName, int firstLine, LuaValue environment) throws LuaSyntaxException {
        LuaValue globalsOfText = environment.isnil() ? globals : environment;
        return new LuaClosure(Compiler.compile(text, chunkName, firstLine), globalsOfText);
    }
}

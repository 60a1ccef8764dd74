package io.gleamflow.lua;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** What of the basic functions LuaJ has wrong or lacks. */
final class BaseLibrary {

    private static final LuaString TOSTRING = LuaValue.valueOf("__tostring");

    private final LuaWorld world;
    private final LuaOutput output;

    private BaseLibrary(LuaWorld world, LuaOutput output) {
        this.world = world;
        this.output = output;
    }

    static void install(LuaWorld world, LuaOutput output) {
        BaseLibrary base = new BaseLibrary(world, output);
        Globals globals = world.globals();
        StringLibrary.add(globals, "print", base::print);
        StringLibrary.add(globals, "tostring", args -> {
            if (args.narg() == 0) {
                throw new LuaError("bad argument #1 to 'tostring' (value expected)");
            }
            return tostring(args.arg1());
        });
        StringLibrary.add(globals, "error", BaseLibrary::error);
        StringLibrary.add(globals, "assert", BaseLibrary::check);
        StringLibrary.add(globals, "pcall", BaseLibrary::protectedCall);
        StringLibrary.add(globals, "xpcall", BaseLibrary::handledCall);
        StringLibrary.add(globals, "load", base::load);
        StringLibrary.add(globals, "loadstring", base::load);
        StringLibrary.add(globals, "loadfile", base::loadFile);
        StringLibrary.add(globals, "dofile", base::doFile);
        StringLibrary.add(globals, "collectgarbage", args ->
                args.optjstring(1, "collect").equals("count") ? LuaValue.valueOf(used()) : LuaValue.ZERO);
        globals.set("unpack", globals.get("table").get("unpack"));
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024.0;
    }

    /** What {@code tostring} gives: the metamethod's result, or the value's own text. */
    static LuaString tostring(LuaValue value) {
        if (value instanceof LuaString s) {
            return s;
        }
        LuaValue converter = value.metatag(TOSTRING);
        if (converter.isnil()) {
            return LuaString.valueOf(value.tojstring());
        }
        LuaValue text = converter.call(value);
        if (!text.isstring()) {
            throw new LuaError("'tostring' must return a string to 'print'");
        }
        return text.checkstring();
    }

    private Varargs print(Varargs args) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 1; i <= args.narg(); i++) {
            if (i > 1) {
                line.write('\t');
            }
            LuaString text = tostring(args.arg(i));
            line.write(text.m_bytes, text.m_offset, text.m_length);
        }
        line.write('\n');
        output.print(line.toByteArray(), 0, line.size());
        return LuaValue.NONE;
    }

    private static Varargs error(Varargs args) {
        LuaValue value = args.arg1();
        int level = args.optint(2, 1);
        if (value.type() == LuaValue.TSTRING) {
            throw new LuaError(value.tojstring(), level);
        }
        throw new LuaError(value);
    }

    private static Varargs check(Varargs args) {
        if (args.narg() == 0) {
            throw new LuaError("bad argument #1 to 'assert' (value expected)");
        }
        if (args.arg1().toboolean()) {
            return args;
        }
        if (args.narg() > 1 && args.arg(2).type() != LuaValue.TSTRING) {
            throw new LuaError(args.arg(2));
        }
        throw new LuaError(args.optjstring(2, "assertion failed!"), 0);
    }

    private static Varargs protectedCall(Varargs args) {
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, args.checkvalue(1).invoke(args.subargs(2)));
        } catch (RuntimeException | StackOverflowError e) {
            return LuaValue.varargsOf(LuaValue.FALSE, value(e));
        }
    }

    private static Varargs handledCall(Varargs args) {
        LuaValue handler = args.checkvalue(2);
        try {
            return LuaValue.varargsOf(LuaValue.TRUE, args.arg1().invoke(args.subargs(3)));
        } catch (RuntimeException | StackOverflowError e) {
            return LuaValue.varargsOf(LuaValue.FALSE, handler.invoke(value(e)));
        }
    }

    /** The value a script sees for what was thrown. */
    static LuaValue value(Throwable thrown) {
        if (thrown instanceof LuaError error) {
            LuaValue value = error.getMessageObject();
            return value == null ? LuaValue.NIL : value;
        }
        return LuaValue.valueOf(LuaFailure.of(thrown).message());
    }

    private Varargs load(Varargs args) {
        LuaValue source = args.arg1();
        byte[] text = source.isfunction() ? pieces((LuaFunction) source) : bytes(args.checkstring(1));
        String name = args.optjstring(2, "chunk");
        return compiled(text, name.startsWith("@") || name.startsWith("=") ? name.substring(1) : name, args.arg(4));
    }

    private static byte[] pieces(LuaFunction source) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (LuaValue piece = source.call(); piece.toboolean(); piece = source.call()) {
            LuaString s = piece.checkstring();
            if (s.m_length == 0) {
                break;
            }
            text.write(s.m_bytes, s.m_offset, s.m_length);
        }
        return text.toByteArray();
    }

    private static byte[] bytes(LuaString s) {
        byte[] bytes = new byte[s.m_length];
        System.arraycopy(s.m_bytes, s.m_offset, bytes, 0, bytes.length);
        return bytes;
    }

    private Varargs compiled(byte[] text, String name, LuaValue environment) {
        try {
            return world.load(text, name, 1, environment);
        } catch (LuaSyntaxException e) {
            return LuaValue.varargsOf(LuaValue.NIL, LuaValue.valueOf(e.getMessage()));
        }
    }

    private Varargs loadFile(Varargs args) {
        String name = args.checkjstring(1);
        try {
            return compiled(Files.readAllBytes(Path.of(name)), name, args.arg(3));
        } catch (IOException e) {
            return LuaValue.varargsOf(LuaValue.NIL, LuaValue.valueOf("cannot open " + name));
        }
    }

    private Varargs doFile(Varargs args) {
        Varargs loaded = loadFile(args);
        if (loaded.arg1().isnil()) {
            throw new LuaError(loaded.arg(2).tojstring());
        }
        return loaded.arg1().invoke();
    }
}

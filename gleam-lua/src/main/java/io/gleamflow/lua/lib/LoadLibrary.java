package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.Chunks;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.RaisedError;
import io.gleamflow.lua.cured.Raising;
import io.gleamflow.lua.cured.SyntaxError;
import io.gleamflow.lua.text.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The basic functions that load text. */
final class LoadLibrary implements Library<LoadLibrary.Name> {
    enum Name {
        DOFILE,
        LOAD,
        LOADFILE,
        LOADSTRING
    }

    private final EnvironmentLibrary environments;

    LoadLibrary(EnvironmentLibrary environments) {
        this.environments = environments;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case DOFILE -> dofile(args);
            case LOAD, LOADSTRING -> load(args);
            case LOADFILE -> loadfile(args);
        };
    }

    private Varargs load(Varargs args) {
        LuaString text;
        LuaString name;
        if (args.arg(1).isstring()) {
            text = Arguments.string(args, 1);
            name = Arguments.string(args, 2, text);
        } else {
            LuaFunction reader = Arguments.function(args, 1);
            try {
                text = pieces(reader);
            } catch (LuaError e) {
                return LuaValue.varargsOf(LuaValue.NIL, Raising.value(e));
            }
            name = Arguments.string(args, 2, LuaString.valueOf("=(load)"));
        }
        return compiled(text, name.tojstring(), args, 3);
    }

    private static LuaString pieces(LuaFunction reader) {
        Bytes all = new Bytes(1024);
        for (LuaValue piece = reader.call(); !piece.isnil(); piece = reader.call()) {
            if (!piece.isstring()) {
                throw new RaisedError(LuaString.valueOf("reader function must return a string"), 0);
            }
            if (piece.strvalue().m_length == 0) {
                break;
            }
            all.add(piece.strvalue());
        }
        return all.toLuaString();
    }

    /** The text as a function; mode and environment are the arguments from {@code mode} on. */
    private Varargs compiled(LuaString text, String source, Varargs args, int mode) {
        byte[] bytes = Arrays.copyOfRange(text.m_bytes, text.m_offset, text.m_offset + text.m_length);
        String modes =
                args.isnoneornil(mode) ? "t" : Arguments.string(args, mode).tojstring();
        if (modes.indexOf('t') < 0) {
            return refused("attempt to load chunk with wrong mode");
        }
        try {
            LuaValue environment = args.isnoneornil(mode + 1) ? environments.ofNewChunks() : args.arg(mode + 1);
            return new LuaClosure(Chunks.compile(bytes, source, 1), environment);
        } catch (SyntaxError e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Varargs refused(String message) {
        return LuaValue.varargsOf(LuaValue.NIL, LuaString.valueOf(message));
    }

    private Varargs loadfile(Varargs args) {
        String file = Arguments.name(args, 1);
        try {
            return compiled(LuaString.valueUsing(Files.read(file)), "@" + file, args, 2);
        } catch (IOException e) {
            boolean isThere = java.nio.file.Files.isDirectory(Path.of(file));
            return refused((isThere ? "cannot read " : "cannot open ") + Files.complaint(file, e));
        }
    }

    private Varargs dofile(Varargs args) {
        Varargs loaded = loadfile(args.arg(1));
        if (loaded.isnil(1)) {
            throw new LibraryError(loaded.arg(2).tojstring());
        }
        return loaded.arg1().invoke();
    }
}

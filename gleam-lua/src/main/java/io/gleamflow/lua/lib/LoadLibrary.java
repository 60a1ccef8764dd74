package io.gleamflow.lua.lib;

import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.Chunks;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.SyntaxError;
import io.gleamflow.lua.text.Bytes;
import java.io.IOException;
import java.util.Arrays;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.UpValue;
import org.luaj.vm2.Varargs;

/** The basic functions that load text, and those that give functions an environment. */
final class LoadLibrary implements Library<LoadLibrary.Name> {
    private static final String ENVIRONMENT = "_ENV";

    enum Name {
        DOFILE,
        GETFENV,
        LOAD,
        LOADFILE,
        LOADSTRING,
        SETFENV
    }

    private final Globals globals;

    LoadLibrary(Globals globals) {
        this.globals = globals;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case DOFILE -> dofile(args);
            case GETFENV -> environment(args);
            case LOAD, LOADSTRING -> load(args);
            case LOADFILE -> loadfile(args);
            case SETFENV -> setEnvironment(args);
        };
    }

    private Varargs load(Varargs args) {
        LuaString text;
        LuaString name;
        if (args.arg(1).isstring()) {
            text = Arguments.string(args, 1);
            name = Arguments.string(args, 2, text);
        } else {
            text = pieces(Arguments.function(args, 1));
            name = Arguments.string(args, 2, LuaString.valueOf("=(load)"));
        }
        return compiled(text, name.tojstring(), args, 3);
    }

    private static LuaString pieces(LuaFunction reader) {
        Bytes all = new Bytes(1024);
        for (LuaValue piece = reader.call(); !piece.isnil(); piece = reader.call()) {
            if (!piece.isstring()) {
                throw new LibraryError("reader function must return a string");
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
            LuaValue environment = args.narg() > mode ? args.arg(mode + 1) : globals;
            return new LuaClosure(Chunks.compile(bytes, source, 1), environment);
        } catch (SyntaxError e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Varargs refused(String message) {
        return LuaValue.varargsOf(LuaValue.NIL, LuaString.valueOf(message));
    }

    private Varargs loadfile(Varargs args) {
        String file = Arguments.string(args, 1).tojstring();
        try {
            return compiled(LuaString.valueUsing(Files.read(file)), "@" + file, args, 2);
        } catch (IOException e) {
            return refused("cannot open " + Files.complaint(file, e));
        }
    }

    private Varargs dofile(Varargs args) {
        Varargs loaded = loadfile(args.arg(1));
        if (loaded.isnil(1)) {
            throw new LibraryError(loaded.arg(2).tojstring());
        }
        return loaded.arg1().invoke();
    }

    /** The environment of a function. Stack levels are not known: what is asked for by level gets the globals. */
    private Varargs environment(Varargs args) {
        LuaValue function = args.arg(1);
        if (function instanceof LuaClosure closure) {
            int index = environmentOf(closure);
            return index < 0 ? globals : closure.upValues[index].getValue();
        } else if (function instanceof LuaFunction || Arguments.integer(args, 1, 1) >= 0) {
            return globals;
        }
        throw new ArgumentError(1, "level must be non-negative");
    }

    private static Varargs setEnvironment(Varargs args) {
        LuaTable environment = Arguments.table(args, 2);
        LuaValue function = args.arg(1);
        if (function instanceof LuaClosure closure) {
            int index = environmentOf(closure);
            if (index >= 0) {
                // the upvalue itself is shared with other functions
                closure.upValues[index] = new UpValue(new LuaValue[] {environment}, 0);
            }
            return closure;
        } else if (function instanceof LuaFunction) {
            throw new LibraryError("'setfenv' cannot change environment of given object");
        }
        Arguments.number(args, 1);
        throw new LibraryError("'setfenv' takes a function here, not a stack level");
    }

    /** Which upvalue is the environment; -1 for a function that uses no globals. */
    private static int environmentOf(LuaClosure closure) {
        for (int i = 0; i < closure.p.upvalues.length; i++) {
            LuaString name = closure.p.upvalues[i].name;
            if (name != null && name.tojstring().equals(ENVIRONMENT)) {
                return i;
            }
        }
        return -1;
    }
}

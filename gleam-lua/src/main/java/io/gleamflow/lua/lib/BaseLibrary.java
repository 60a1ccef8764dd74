package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.cured.RaisedError;
import io.gleamflow.lua.text.Bytes;
import io.gleamflow.lua.text.ValueText;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** The basic functions that need no loading and no catching. */
final class BaseLibrary implements Library<BaseLibrary.Name> {
    private static final int MOST_RESULTS = 1_000_000;
    private static final LuaString METATABLE = LuaString.valueOf("__metatable");
    private static final LuaString TOSTRING = LuaString.valueOf("tostring");
    private static final String COLLECTOR = " collect count step stop restart setpause setstepmul isrunning ";
    private static final int MOST_ROOM = 10;
    private static final double KIBI = 1024;

    enum Name {
        ASSERT,
        COLLECTGARBAGE,
        ERROR,
        GCINFO,
        GETMETATABLE,
        IPAIRS,
        NEWPROXY,
        NEXT,
        PAIRS,
        PRINT,
        RAWEQUAL,
        RAWGET,
        RAWSET,
        SELECT,
        SETMETATABLE,
        TONUMBER,
        TOSTRING,
        TYPE,
        UNPACK
    }

    private final LuaTable globals;
    private final LuaOutput output;
    private final LuaFunction next = new Library.Function<>(this, Name.NEXT);
    private final LuaFunction tostring = new Library.Function<>(this, Name.TOSTRING);
    private final LuaFunction inext = new IndexIterator();

    private BaseLibrary(LuaTable globals, LuaOutput output) {
        this.globals = globals;
        this.output = output;
    }

    static void addTo(Globals globals, LuaOutput output, EnvironmentLibrary environments) {
        BaseLibrary base = new BaseLibrary(globals, output);
        base.addTo(globals, Name.values());
        globals.set("next", base.next);
        globals.set(TOSTRING, base.tostring);
        environments.addTo(globals);
        new LoadLibrary(environments).addTo(globals, LoadLibrary.Name.values());
        new ProtectedCalls().addTo(globals, ProtectedCalls.Name.values());
        globals.set("_G", globals);
        globals.set("_VERSION", "Lua 5.1");
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case ASSERT -> asserted(args);
            case COLLECTGARBAGE -> collect(args);
            case ERROR -> throw new RaisedError(args.arg(1), Arguments.integer(args, 2, 1));
            case GCINFO -> LuaValue.valueOf(Math.floor(kilobytes()));
            case GETMETATABLE -> metatable(Arguments.any(args, 1));
            case IPAIRS -> LuaValue.varargsOf(inext, iterated(args), LuaValue.ZERO);
            case NEWPROXY -> Proxy.like(args.arg(1));
            case NEXT -> Arguments.table(args, 1).next(args.arg(2));
            case PAIRS -> LuaValue.varargsOf(next, iterated(args), LuaValue.NIL);
            case PRINT -> print(args);
            case RAWEQUAL -> LuaValue.valueOf(Arguments.any(args, 1).raweq(Arguments.any(args, 2)));
            case RAWGET -> Arguments.table(args, 1).rawget(Arguments.any(args, 2));
            case RAWSET -> rawset(args);
            case SELECT -> select(args);
            case SETMETATABLE -> setMetatable(args);
            case TONUMBER -> NumberConversion.of(args);
            case TOSTRING -> ValueText.conversion(Arguments.any(args, 1));
            case TYPE -> LuaString.valueOf(Arguments.any(args, 1).typename());
            case UNPACK -> unpack(args);
        };
    }

    private static LuaTable iterated(Varargs args) {
        Arguments.any(args, 1);
        return Arguments.table(args, 1);
    }

    /** What {@code ipairs} goes on with. */
    private static final class IndexIterator extends VarArgFunction {
        @Override
        public Varargs invoke(Varargs args) {
            LuaTable table = Arguments.table(args, 1);
            int index = args.arg(2).toint() + 1;
            LuaValue value = table.rawget(index);
            return value.isnil() ? LuaValue.NONE : LuaValue.varargsOf(LuaInteger.valueOf(index), value);
        }
    }

    private static Varargs asserted(Varargs args) {
        if (Arguments.any(args, 1).toboolean()) {
            return args;
        }
        throw args.narg() < 2 ? new LibraryError("assertion failed!") : new RaisedError(args.arg(2), 1);
    }

    private static double kilobytes() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / KIBI;
    }

    /** Answers, but leaves collecting to Java, which knows better when to. */
    private static Varargs collect(Varargs args) {
        String option = Arguments.string(args, 1, LuaString.valueOf("collect")).tojstring();
        if (!COLLECTOR.contains(" " + option + " ")) {
            throw new ArgumentError(1, "invalid option '" + option + "'");
        }
        Arguments.integer(args, 2, 0);
        return switch (option) {
            case "count" -> LuaValue.valueOf(kilobytes());
            case "step" -> LuaValue.FALSE;
            case "isrunning" -> LuaValue.TRUE;
            case "setpause", "setstepmul" -> LuaValue.valueOf(200);
            default -> LuaValue.ZERO;
        };
    }

    private static LuaValue metatable(LuaValue value) {
        LuaValue metatable = value.getmetatable();
        if (metatable == null) {
            return LuaValue.NIL;
        }
        LuaValue guard = metatable.rawget(METATABLE);
        return guard.isnil() ? metatable : guard;
    }

    private static Varargs setMetatable(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        LuaValue metatable = args.arg(2);
        if (args.narg() < 2 || !metatable.isnil() && !metatable.istable()) {
            throw new ArgumentError(2, "nil or table expected");
        }
        LuaValue old = table.getmetatable();
        if (old != null && !old.rawget(METATABLE).isnil()) {
            throw new LibraryError("cannot change a protected metatable");
        }
        return table.setmetatable(metatable.isnil() ? null : metatable);
    }

    /** Converts by the global {@code tostring}, whatever that is. */
    private Varargs print(Varargs args) {
        LuaValue convert = globals.rawget(TOSTRING);
        boolean isOurs = convert.equals(tostring);
        Bytes line = new Bytes(16 << Math.min(args.narg(), MOST_ROOM));
        for (int i = 1; i <= args.narg(); i++) {
            if (i > 1) {
                line.add('\t');
            }
            LuaValue text = isOurs ? ValueText.converted(args.arg(i)) : convert.call(args.arg(i));
            if (!text.isstring()) {
                throw new LibraryError("'tostring' must return a string to 'print'");
            }
            line.add(text.strvalue());
        }
        line.add('\n');
        output.print(line.array(), 0, line.length());
        return LuaValue.NONE;
    }

    private static Varargs rawset(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        LuaValue key = Arguments.any(args, 2);
        LuaValue value = Arguments.any(args, 3);
        if (!key.isvalidkey()) {
            throw new LibraryError("table index is " + (key.isnil() ? "nil" : "NaN"));
        }
        table.rawset(key, value);
        return table;
    }

    private static Varargs select(Varargs args) {
        if (args.arg(1) instanceof LuaString text && text.m_length > 0 && text.luaByte(0) == '#') {
            return LuaInteger.valueOf(args.narg() - 1);
        }
        int n = Arguments.integer(args, 1);
        int from = n < 0 ? args.narg() + n : n;
        if (from < 1) {
            throw new ArgumentError(1, "index out of range");
        }
        return from >= args.narg() ? LuaValue.NONE : args.subargs(from + 1);
    }

    static Varargs unpack(Varargs args) {
        LuaTable table = Arguments.table(args, 1);
        long from = Arguments.integer(args, 2, 1);
        long to = args.isnoneornil(3) ? table.rawlen() : Arguments.integer(args, 3);
        if (to - from >= MOST_RESULTS) {
            throw new LibraryError("too many results to unpack");
        }
        LuaValue[] values = new LuaValue[(int) Math.max(0, to - from + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.rawget((int) from + i);
        }
        return LuaValue.varargsOf(values);
    }
}

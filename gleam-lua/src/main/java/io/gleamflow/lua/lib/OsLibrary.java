package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import io.gleamflow.lua.ScriptExit;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import java.io.IOException;
import java.nio.file.StandardCopyOption;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code os}. Commands have nothing to read, and what they print goes where the script prints. */
final class OsLibrary implements Library<OsLibrary.Name> {
    private static final double NANOS = 1e9;
    private static final String CATEGORIES = " all collate ctype monetary numeric time ";
    private static final int FAILED = 1;

    enum Name {
        CLOCK,
        DATE,
        DIFFTIME,
        EXECUTE,
        EXIT,
        GETENV,
        REMOVE,
        RENAME,
        SETLOCALE,
        TIME,
        TMPNAME
    }

    private final LuaOutput output;
    private final long started = System.nanoTime();

    private OsLibrary(LuaOutput output) {
        this.output = output;
    }

    static LuaTable table(LuaOutput output) {
        LuaTable os = new LuaTable();
        new OsLibrary(output).addTo(os, Name.values());
        return os;
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case CLOCK -> LuaValue.valueOf((System.nanoTime() - started) / NANOS);
            case DATE -> Dates.date(args);
            case DIFFTIME -> LuaValue.valueOf(Arguments.number(args, 1) - Arguments.number(args, 2, 0));
            case EXECUTE ->
                args.isnoneornil(1)
                        ? LuaInteger.valueOf(1)
                        : LuaInteger.valueOf(256 * Commands.run(Arguments.name(args, 1), output));
            case EXIT -> throw new ScriptExit(exitCode(args));
            case GETENV -> {
                String value = System.getenv(Arguments.name(args, 1));
                yield value == null ? LuaValue.NIL : LuaString.valueOf(value);
            }
            case REMOVE -> remove(Arguments.name(args, 1));
            case RENAME -> rename(Arguments.name(args, 1), Arguments.name(args, 2));
            case SETLOCALE -> setLocale(args);
            case TIME -> Dates.time(args);
            case TMPNAME -> temporary();
        };
    }

    private static int exitCode(Varargs args) {
        if (args.arg(1).isboolean()) {
            return args.arg(1).toboolean() ? 0 : FAILED;
        }
        return Arguments.integer(args, 1, 0);
    }

    private static Varargs remove(String file) {
        try {
            java.nio.file.Files.delete(Files.path(file));
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(file, e);
        }
    }

    private static Varargs rename(String from, String to) {
        try {
            java.nio.file.Files.move(Files.path(from), Files.path(to), StandardCopyOption.ATOMIC_MOVE);
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(from, e);
        }
    }

    /** There is no locale but C's. */
    private static LuaValue setLocale(Varargs args) {
        String locale = args.isnoneornil(1) ? "" : Arguments.name(args, 1);
        String category = args.isnoneornil(2) ? "all" : Arguments.name(args, 2);
        if (!CATEGORIES.contains(" " + category + " ")) {
            throw new ArgumentError(2, "invalid option '" + category + "'");
        }
        boolean known = locale.isEmpty() || locale.equals("C") || locale.equals("POSIX");
        return known ? LuaString.valueOf("C") : LuaValue.NIL;
    }

    private static Varargs temporary() {
        try {
            return LuaString.valueOf(
                    java.nio.file.Files.createTempFile("lua_", "").toString());
        } catch (IOException e) {
            return Files.failure(e);
        }
    }
}

package io.gleamflow.lua.lib;

import io.gleamflow.lua.LuaOutput;
import io.gleamflow.lua.ScriptExit;
import io.gleamflow.lua.cured.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code os}. Commands have nothing to read, and what they print goes where the script prints. */
final class OsLibrary implements Library<OsLibrary.Name> {
    private static final double NANOS = 1e9;
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
            case DATE -> DateText.date(args);
            case DIFFTIME -> LuaValue.valueOf(Arguments.number(args, 1) - Arguments.number(args, 2, 0));
            case EXECUTE ->
                args.narg() == 0
                        ? LuaInteger.valueOf(1)
                        : LuaInteger.valueOf(
                                256 * Commands.run(Arguments.string(args, 1).tojstring(), output));
            case EXIT -> throw new ScriptExit(exitCode(args));
            case GETENV -> {
                String value = System.getenv(Arguments.string(args, 1).tojstring());
                yield value == null ? LuaValue.NIL : LuaString.valueOf(value);
            }
            case REMOVE -> remove(Arguments.string(args, 1).tojstring());
            case RENAME ->
                rename(
                        Arguments.string(args, 1).tojstring(),
                        Arguments.string(args, 2).tojstring());
            case SETLOCALE ->
                setLocale(Arguments.string(args, 1, LuaString.valueOf("C")).tojstring());
            case TIME -> DateText.time(args);
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
            java.nio.file.Files.delete(Path.of(file));
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(file, e);
        }
    }

    private static Varargs rename(String from, String to) {
        try {
            java.nio.file.Files.move(Path.of(from), Path.of(to), StandardCopyOption.REPLACE_EXISTING);
            return LuaValue.TRUE;
        } catch (IOException e) {
            return Files.failure(from, e);
        }
    }

    private static LuaValue setLocale(String locale) {
        boolean known = locale.isEmpty() || locale.equals("C") || locale.equals("POSIX");
        return known ? LuaString.valueOf("C") : LuaValue.NIL;
    }

    private static Varargs temporary() {
        try {
            return LuaString.valueOf(
                    java.nio.file.Files.createTempFile("lua_", "").toString());
        } catch (IOException e) {
            return Files.failure("", e);
        }
    }
}

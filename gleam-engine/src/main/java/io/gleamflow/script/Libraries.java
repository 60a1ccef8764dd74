package io.gleamflow.script;

import io.gleamflow.lua.LuaSyntaxException;
import io.gleamflow.lua.LuaWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.OneArgFunction;

/**
 * The libraries of gleam: plain Lua 5.1 for any runtime. The file {@code prelude} is called with a function that gives a file by
 * name as a function, and the names; it defines the globals. A library is loaded when a script first looks into it.
 */
public final class Libraries {

    /** The libraries, in the order in which people are told of them. */
    public static final List<String> NAMES = List.of("json", "csv", "date", "text", "hash", "list");

    /** The global table that has them all, whatever columns are called. */
    public static final String TABLE = "lib";

    /** What that table has. */
    public static final List<String> IN_TABLE =
            Stream.concat(NAMES.stream(), Stream.of("log", "split", "set")).toList();

    private static final String PRELUDE = "prelude";

    /** What libraries are made of beside the file of their name, and what they share. */
    private static final List<String> PARTS = List.of(
            PRELUDE, "values", "date-calendar", "date-pattern", "json-reader", "json-writer", "list-sort", "text-case");

    private Libraries() {}

    /**
     * The text of a file.
     *
     * @param name a library, a part of one, or {@code prelude}
     */
    public static byte[] bytes(String name) {
        try (InputStream in = Libraries.class.getResourceAsStream(file(name))) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + file(name));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files by name, for runtimes that are not on the JVM. */
    public static Map<String, byte[]> files() {
        return Stream.concat(NAMES.stream(), PARTS.stream()).collect(Collectors.toMap(name -> name, Libraries::bytes));
    }

    /**
     * Defines the globals of the prelude and the libraries.
     *
     * @return a function that makes an environment: a table for global variables, behind which those of the world are seen
     */
    public static LuaValue into(LuaWorld world) {
        List<LuaValue> arguments = new ArrayList<>();
        arguments.add(new OneArgFunction() {
            @Override
            public LuaValue call(LuaValue name) {
                return Libraries.load(world, name.checkjstring());
            }
        });
        NAMES.forEach(name -> arguments.add(LuaString.valueOf(name)));
        Varargs all = LuaValue.varargsOf(arguments.toArray(LuaValue[]::new));
        return load(world, PRELUDE).invoke(all).arg1();
    }

    private static LuaValue load(LuaWorld world, String name) {
        try {
            // in brackets, since failures are told at places of the user's
            return world.load(bytes(name), "[" + file(name) + "]", 1);
        } catch (LuaSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String name) {
        return name + ".lua";
    }
}

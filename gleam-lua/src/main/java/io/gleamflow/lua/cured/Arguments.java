package io.gleamflow.lua.cured;

import io.gleamflow.lua.Int64;
import io.gleamflow.lua.text.Numerals;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** The arguments of a library function, each of the type it must have, or an {@link ArgumentError} in Lua's words. From 1. */
public final class Arguments {
    private Arguments() {}

    private static ArgumentError wrong(Varargs arguments, int index, String expected) {
        return new ArgumentError(index, expected + " expected, got " + type(arguments, index));
    }

    private static String type(Varargs arguments, int index) {
        if (index > arguments.narg()) {
            return "no value";
        }
        LuaValue value = arguments.arg(index);
        return value instanceof Int64 ? Int64.DESCRIPTION : value.typename();
    }

    /** Any value, even nil, but there must be one. */
    public static LuaValue any(Varargs arguments, int index) {
        if (index > arguments.narg()) {
            throw new ArgumentError(index, "value expected");
        }
        return arguments.arg(index);
    }

    /** A string; numbers are converted. */
    public static LuaString string(Varargs arguments, int index) {
        LuaValue value = arguments.arg(index);
        if (value instanceof LuaString string) {
            return string;
        } else if (value instanceof LuaNumber) {
            return value.strvalue();
        }
        throw wrong(arguments, index, "string");
    }

    /** A string, or {@code otherwise} for nil or nothing. */
    public static LuaString string(Varargs arguments, int index, LuaString otherwise) {
        return arguments.isnoneornil(index) ? otherwise : string(arguments, index);
    }

    /** A string as C reads it, up to a zero byte, for the names of files and the like. */
    public static String name(Varargs arguments, int index) {
        String text = string(arguments, index).tojstring();
        int zero = text.indexOf(0);
        return zero < 0 ? text : text.substring(0, zero);
    }

    /** A number; strings that are numbers are converted. */
    public static double number(Varargs arguments, int index) {
        LuaValue value = arguments.arg(index);
        if (value instanceof LuaNumber) {
            return value.todouble();
        } else if (value instanceof LuaString string) {
            double number = string.scannumber();
            if (!Numerals.isNone(number)) {
                return number;
            }
        }
        throw wrong(arguments, index, "number");
    }

    /** A number, or {@code otherwise} for nil or nothing. */
    public static double number(Varargs arguments, int index, double otherwise) {
        return arguments.isnoneornil(index) ? otherwise : number(arguments, index);
    }

    /** A number without its fraction; what is beyond an int is the nearest. */
    public static int integer(Varargs arguments, int index) {
        LuaValue value = arguments.arg(index);
        return value.isinttype() ? value.toint() : (int) number(arguments, index);
    }

    /** An integer, or {@code otherwise} for nil or nothing. */
    public static int integer(Varargs arguments, int index, int otherwise) {
        return arguments.isnoneornil(index) ? otherwise : integer(arguments, index);
    }

    /** A table. */
    public static LuaTable table(Varargs arguments, int index) {
        if (arguments.arg(index) instanceof LuaTable table) {
            return table;
        }
        throw wrong(arguments, index, "table");
    }

    /** A function. */
    public static LuaFunction function(Varargs arguments, int index) {
        if (arguments.arg(index) instanceof LuaFunction function) {
            return function;
        }
        throw wrong(arguments, index, "function");
    }
}

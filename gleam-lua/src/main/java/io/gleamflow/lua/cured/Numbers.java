package io.gleamflow.lua.cured;

import io.gleamflow.lua.NumberText;
import org.luaj.vm2.LuaDouble;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.compiler.FuncState;

/** Arithmetic as IEEE 754 has it: LuaJ loses the sign of zero, and divides and raises to powers by approximation. */
public final class Numbers {
    private static final double SQUARE = 2;

    private Numbers() {}

    /** The text of a number that is not a small integer. */
    public static String text(LuaDouble number) {
        return NumberText.of(number.v);
    }

    /** The Lua value of a double: integers are kept as such, except minus zero. */
    public static LuaNumber number(double v) {
        int whole = (int) v;
        if (whole == v && (whole != 0 || Double.doubleToRawLongBits(v) == 0)) {
            return LuaInteger.valueOf(whole);
        }
        return new LuaDouble(v);
    }

    /** Minus a number. */
    public static LuaValue negate(LuaInteger number) {
        return number.v == 0 ? new LuaDouble(-0.0) : LuaValue.valueOf(-(double) number.v);
    }

    /** The product of two integers, which can be minus zero. */
    public static LuaValue multiply(LuaInteger left, int right) {
        long product = (long) left.v * right;
        if (product == 0) {
            return number((double) left.v * right);
        }
        int small = (int) product;
        return small == product ? LuaInteger.valueOf(small) : new LuaDouble(product);
    }

    /** A quotient as a Lua value. */
    public static LuaValue divide(double left, double right) {
        return number(left / right);
    }

    /** A quotient. */
    public static double quotient(double left, double right) {
        return left / right;
    }

    /** {@code a % b} as a Lua value. */
    public static LuaValue modulo(double left, double right) {
        return number(remainder(left, right));
    }

    /** {@code a % b} by the manual's definition: {@code a - floor(a/b)*b}. */
    public static double remainder(double left, double right) {
        return left - Math.floor(left / right) * right;
    }

    /** {@code a ^ b} as a Lua value. */
    public static LuaValue power(double base, double exponent) {
        return number(raised(base, exponent));
    }

    /** {@code a ^ b}, the same on every machine. One to any power is one in C, also to powers that are no numbers to Java. */
    public static double raised(double base, double exponent) {
        if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
            return 1;
        }
        return exponent == SQUARE ? base * base : StrictMath.pow(base, exponent);
    }

    /** The key a value is in a table: minus zero is zero. */
    public static LuaValue key(LuaValue key) {
        return key instanceof LuaDouble number && number.v == 0 ? LuaValue.ZERO : key;
    }

    /** Puts a value where a number was. A string that could be a number is none: {@code "007"} stays as it is. */
    public static LuaTable.Entry replace(LuaTable.NumberValueEntry entry, LuaValue value) {
        if (value instanceof LuaNumber) {
            entry.value = value.todouble();
            return entry;
        }
        return new LuaTable.NormalEntry(entry.key, value);
    }

    /** Sets what is not in the array part of a table. */
    public static void hashset(LuaTable table, LuaValue key, LuaValue value) {
        table.luaj$hashset(key(key), value);
    }

    /** The place of a number among the constants of a function. */
    public static int constant(FuncState function, LuaValue number) {
        return function.addk(number);
    }
}

package io.gleamflow.lua.lib;

import io.gleamflow.lua.Int64;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.text.ByteClass;
import io.gleamflow.lua.text.Numerals;
import java.math.BigInteger;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code tonumber}. */
final class NumberConversion {
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;
    private static final int MOST = 36;
    private static final long GREATEST = -1;

    private NumberConversion() {}

    static LuaValue of(Varargs args) {
        int base = Arguments.integer(args, 2, DECIMAL);
        if (base == DECIMAL) {
            LuaValue value = Arguments.any(args, 1);
            if (value instanceof LuaString text) {
                double number = text.scannumber();
                return Numerals.isNone(number) ? LuaValue.NIL : LuaValue.valueOf(number);
            }
            return value instanceof LuaNumber || value instanceof Int64 ? value : LuaValue.NIL;
        }
        LuaString text = Arguments.string(args, 1);
        if (base < 2 || base > MOST) {
            throw new ArgumentError(2, "base out of range");
        }
        return inBase(text, base);
    }

    /** As C's {@code strtoul} reads it, up to a zero byte; what is beyond 64 bits is the greatest of them. */
    private static LuaValue inBase(LuaString text, int base) {
        int at = 0;
        int end = 0;
        while (end < text.m_length && text.luaByte(end) != 0) {
            end++;
        }
        while (at < end && ByteClass.isSpace(text.luaByte(at))) {
            at++;
        }
        while (at < end && ByteClass.isSpace(text.luaByte(end - 1))) {
            end--;
        }
        boolean negative = at < end && text.luaByte(at) == '-';
        if (negative || at < end && text.luaByte(at) == '+') {
            at++;
        }
        if (base == HEXADECIMAL && at + 1 < end && text.luaByte(at) == '0' && (text.luaByte(at + 1) | 0x20) == 'x') {
            at += 2;
        }
        if (at == end) {
            return LuaValue.NIL;
        }
        long value = 0;
        boolean tooLarge = false;
        for (; at < end; at++) {
            int c = text.luaByte(at);
            int digit = c < 0x80 ? Character.digit(c, MOST) : -1;
            if (digit < 0 || digit >= base) {
                return LuaValue.NIL;
            }
            tooLarge |= Long.compareUnsigned(value, Long.divideUnsigned(GREATEST - digit, base)) > 0;
            value = value * base + digit;
        }
        double number = new BigInteger(Long.toUnsignedString(tooLarge ? GREATEST : value)).doubleValue();
        return LuaValue.valueOf(negative ? -number : number);
    }
}

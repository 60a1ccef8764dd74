package io.gleamflow.lua.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads numbers as LuaJIT does: decimal, {@code 0x1p4}, {@code 0b101}, {@code inf}, {@code nan}, with spaces around them. */
public final class Numerals {
    /** What {@link #read} returns for text that is no number; a NaN of its own, see {@link #isNone}. */
    public static final double NONE = Double.longBitsToDouble(0x7ff8_6e6f_6e65_0000L);

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;
    private static final int MAX_EXPONENT = 1 << 20;

    private final byte[] bytes;
    private int at;
    private final int end;

    private Numerals(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /** Whether a result of {@link #read} says that the text is no number. */
    public static boolean isNone(double number) {
        return Double.doubleToRawLongBits(number) == Double.doubleToRawLongBits(NONE);
    }

    /** The number that bytes stand for, or {@link #NONE}. */
    public static double read(byte[] bytes, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && ByteClass.isSpace(bytes[from])) {
            from++;
        }
        while (from < to && ByteClass.isSpace(bytes[to - 1])) {
            to--;
        }
        return from == to ? NONE : new Numerals(bytes, from, to).signed();
    }

    private double signed() {
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        double magnitude = magnitude();
        return negative && !isNone(magnitude) ? -magnitude : magnitude;
    }

    private double magnitude() {
        if (at == end) {
            return NONE;
        }
        if (bytes[at] == '0' && at + 2 < end) {
            int base = bytes[at + 1] | 0x20;
            if (base == 'x') {
                at += 2;
                return hexadecimal();
            } else if (base == 'b') {
                at += 2;
                return binary();
            }
        }
        return ByteClass.isDigit(bytes[at]) || bytes[at] == '.' ? decimal() : word();
    }

    private double word() {
        String word = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return switch (word) {
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> NONE;
        };
    }

    private double binary() {
        double value = 0;
        for (; at < end; at++) {
            if (bytes[at] != '0' && bytes[at] != '1') {
                return NONE;
            }
            value = value * 2 + (bytes[at] - '0');
        }
        return value;
    }

    /** Up to 2^53 the digits themselves and an exact power of ten give the nearest double; beyond, Java's parser does. */
    private double decimal() {
        int start = at;
        long digits = 0;
        int scale = 0;
        boolean exact = true;
        boolean any = false;
        boolean point = false;
        for (; at < end; at++) {
            int c = bytes[at];
            if (ByteClass.isDigit(c)) {
                any = true;
                exact &= digits < EXACT / 10;
                digits = exact ? digits * 10 + (c - '0') : digits;
                scale -= point ? 1 : 0;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (!any) {
            return NONE;
        }
        if (at < end) {
            int exponent = exponent('e');
            if (exponent == Integer.MIN_VALUE) {
                return NONE;
            }
            scale += exponent;
        }
        if (exact && scale <= 0 && -scale < POWERS.length) {
            return digits / POWERS[-scale];
        } else if (exact && scale > 0 && scale < POWERS.length) {
            return digits * POWERS[scale];
        }
        return Double.parseDouble(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** What stands behind the letter, up to the end; {@code Integer.MIN_VALUE} when that is no exponent. */
    private int exponent(int letter) {
        if ((bytes[at] | 0x20) != letter || ++at == end) {
            return Integer.MIN_VALUE;
        }
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        int value = 0;
        int start = at;
        for (; at < end && ByteClass.isDigit(bytes[at]); at++) {
            value = Math.min(MAX_EXPONENT, value * 10 + (bytes[at] - '0'));
        }
        return at == start || at < end || value == MAX_EXPONENT ? Integer.MIN_VALUE : negative ? -value : value;
    }

    private double hexadecimal() {
        StringBuilder digits = new StringBuilder("0x");
        boolean any = false;
        boolean point = false;
        for (; at < end; at++) {
            int c = bytes[at];
            if (ByteClass.isHexDigit(c)) {
                any = true;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
            digits.append((char) c);
        }
        if (!any) {
            return NONE;
        }
        int exponent = at < end ? exponent('p') : 0;
        if (exponent == Integer.MIN_VALUE) {
            return NONE;
        }
        return Double.parseDouble(digits.append('p').append(exponent).toString());
    }
}

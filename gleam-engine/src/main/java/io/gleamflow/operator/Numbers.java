package io.gleamflow.operator;

import io.gleamflow.row.ValueWriter;

/** Numbers as data has them. */
final class Numbers {

    /** 10^19, the least number of twenty digits; those of 64 bits have no more, and begin with 1 when they have as many. */
    private static final long TWENTY_DIGITS = 0x8ac7_2304_89e8_0000L;

    private static final int MOST_DIGITS = 20;

    private Numbers() {}

    /** Writes a whole number of 64 bits with a sign; false when the text is none. */
    static boolean integer(String text, ValueWriter out) {
        return isWhole(text) && fits(text) && signed(text, out);
    }

    /**
     * Writes any number; false when the text is none. Java reads hexadecimal floats, suffixes and "NaN" too; data does not. A whole
     * number of 64 bits, signed or unsigned, is exact, a larger one the nearest double; one beyond all doubles is none.
     */
    static boolean number(String text, ValueWriter out) {
        if (!isWhole(text)) {
            return isDecimal(text) && real(Double.parseDouble(text), out);
        }
        if (!fits(text)) {
            double nearest = Double.parseDouble(text);
            return !Double.isInfinite(nearest) && real(nearest, out);
        }
        return signed(text, out) || large(text, out);
    }

    private static boolean real(double value, ValueWriter out) {
        out.number(value);
        return true;
    }

    /** Writes a number of 64 bits with a sign; false when it has more. */
    private static boolean signed(String text, ValueWriter out) {
        long magnitude = magnitude(text);
        boolean negative = text.charAt(0) == '-';
        // the magnitude of the least number is its own negative
        if (magnitude < 0 && !(negative && magnitude == Long.MIN_VALUE)) {
            return false;
        }
        out.integer(negative ? -magnitude : magnitude);
        return true;
    }

    /** Writes a number that has more than 64 bits with a sign, and not more without one. */
    private static boolean large(String text, ValueWriter out) {
        if (text.charAt(0) == '-') {
            return real(Double.parseDouble(text), out);
        }
        out.bigUnsigned(magnitude(text));
        return true;
    }

    /** {@code [-+]?[0-9]+} */
    private static boolean isWhole(String text) {
        int start = sign(text, 0);
        return start < text.length() && digits(text, start) == text.length();
    }

    /** {@code [-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?} */
    private static boolean isDecimal(String text) {
        int start = sign(text, 0);
        int at = digits(text, start);
        int found = at - start;
        if (is(text, at, '.')) {
            int end = digits(text, at + 1);
            found += end - at - 1;
            at = end;
        }
        if (found > 0 && (is(text, at, 'e') || is(text, at, 'E'))) {
            int exponent = sign(text, at + 1);
            at = digits(text, exponent);
            found = at - exponent;
        }
        return found > 0 && at == text.length();
    }

    private static boolean is(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Behind the sign that may be there. */
    private static int sign(String text, int at) {
        return is(text, at, '-') || is(text, at, '+') ? at + 1 : at;
    }

    /** Behind the digits that may be there. */
    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether the digits of a whole number are one of 64 bits, whatever its sign. */
    private static boolean fits(String text) {
        int first = sign(text, 0);
        while (is(text, first, '0')) {
            first++;
        }
        int count = text.length() - first;
        return count < MOST_DIGITS
                || count == MOST_DIGITS
                        && text.charAt(first) == '1'
                        // what is too large has begun again from 0
                        && Long.compareUnsigned(magnitude(text), TWENTY_DIGITS) >= 0;
    }

    /** The lowest 64 bits of a whole number without its sign. */
    private static long magnitude(String text) {
        long magnitude = 0;
        for (int i = sign(text, 0); i < text.length(); i++) {
            magnitude = magnitude * 10 + (text.charAt(i) - '0');
        }
        return magnitude;
    }
}

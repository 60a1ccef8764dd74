package io.gleamflow.lua.text;

import io.gleamflow.lua.Int64;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.Raising;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.luaj.vm2.LuaNumber;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * One conversion of a format, such as {@code %-5.2f}. Immutable.
 *
 * @param precision -1 when not given
 */
public record Conversion(char kind, String flags, int width, int precision) {
    private static final String FLAGS = "-+ #0";
    private static final String KINDS = "diuoxXcqspeEfFgGaA";
    private static final int MOST_DIGITS = 2;
    private static final int DEFAULT_PRECISION = 6;
    private static final double TWO_63 = 0x1p63;
    private static final double TWO_64 = 0x1p64;

    /** Where the conversion ends that begins behind the percent sign at {@code from}; Lua's message when it is none. */
    public static int end(byte[] format, int from) {
        int at = from;
        while (at < format.length && FLAGS.indexOf(format[at]) >= 0) {
            at++;
        }
        at = digits(format, at);
        if (at < format.length && format[at] == '.') {
            at = digits(format, at + 1);
        }
        if (at >= format.length || KINDS.indexOf(format[at]) < 0) {
            int shown = at < format.length && format[at] != 0 ? at + 1 : at;
            throw new IllegalArgumentException("invalid option '%"
                    + new String(format, from, shown - from, StandardCharsets.UTF_8) + "' to 'format'");
        }
        return at + 1;
    }

    private static int digits(byte[] format, int from) {
        int at = from;
        while (at < format.length && at < from + MOST_DIGITS && ByteClass.isDigit(format[at])) {
            at++;
        }
        return at;
    }

    /** Reads the conversion that {@link #end} has found. */
    public static Conversion parse(byte[] format, int from, int end) {
        String text = new String(format, from, end - from, StandardCharsets.ISO_8859_1);
        int flags = 0;
        while (FLAGS.indexOf(text.charAt(flags)) >= 0) {
            flags++;
        }
        String size = text.substring(flags, text.length() - 1);
        int point = size.indexOf('.');
        return new Conversion(
                text.charAt(text.length() - 1),
                text.substring(0, flags),
                number(point < 0 ? size : size.substring(0, point)),
                point < 0 ? -1 : number(size.substring(point + 1)));
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Adds the text of the value at {@code index}. */
    public void apply(Varargs values, int index, Bytes out) {
        if (index > values.narg()) {
            throw new ArgumentError(index, "value expected");
        }
        switch (kind) {
            case 's' -> string(ValueText.of(values.arg(index)), out);
            case 'q' -> quoted(ValueText.of(values.arg(index)), out);
            case 'p' -> padded(Raising.address(values.arg(index)), out);
            case 'c' -> padded(String.valueOf((char) ((long) Arguments.number(values, index) & 0xff)), out);
            case 'd', 'i' -> integer(values, index, out);
            case 'u', 'o', 'x', 'X' -> unsigned(values, index, out);
            default -> real(Arguments.number(values, index), out);
        }
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private void string(LuaString text, Bytes out) {
        int length = precision >= 0 ? Math.min(precision, text.m_length) : text.m_length;
        int missing = Math.max(0, width - length);
        if (!has('-')) {
            out.repeat(' ', missing);
        }
        out.add(text.m_bytes, text.m_offset, length);
        if (has('-')) {
            out.repeat(' ', missing);
        }
    }

    /** Adds text that the Latin-1 characters stand for. */
    private void padded(String text, Bytes out) {
        int missing = Math.max(0, width - text.length());
        if (!has('-')) {
            out.repeat(' ', missing);
        }
        out.add(text);
        if (has('-')) {
            out.repeat(' ', missing);
        }
    }

    private void numeric(String sign, String digits, boolean zeros, Bytes out) {
        int missing = Math.max(0, width - sign.length() - digits.length());
        padded(zeros && has('0') && !has('-') ? sign + "0".repeat(missing) + digits : sign + digits, out);
    }

    private String sign(boolean negative) {
        return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
    }

    /** The precision of an integer is the least number of digits, and no digit for zero when it is zero. */
    private String precise(String digits) {
        if (precision == 0 && digits.equals("0")) {
            return "";
        }
        return "0".repeat(Math.max(0, precision - digits.length())) + digits;
    }

    private void integer(Varargs values, int index, Bytes out) {
        LuaValue value = values.arg(index);
        if (value instanceof LuaNumber number && flags.isEmpty() && width == 0 && precision < 0 && number.isinttype()) {
            out.add(Integer.toString(number.toint()));
            return;
        }
        String digits =
                value instanceof Int64 big ? big.tojstring() : Long.toString(signed(Arguments.number(values, index)));
        boolean negative = digits.startsWith("-");
        numeric(sign(negative), precise(negative ? digits.substring(1) : digits), precision < 0, out);
    }

    /** A double as C converts it on x86: what does not fit is the smallest integer. */
    private static long signed(double v) {
        return v >= -TWO_63 && v < TWO_63 ? (long) v : Long.MIN_VALUE;
    }

    private void unsigned(Varargs values, int index, Bytes out) {
        LuaValue value = values.arg(index);
        double number = value instanceof Int64 ? 0 : Arguments.number(values, index);
        long v = value instanceof Int64 big ? big.bits() : signed(number >= TWO_63 ? number - TWO_64 : number);
        String digits = precise(
                switch (kind) {
                    case 'u' -> Long.toUnsignedString(v);
                    case 'o' -> Long.toOctalString(v);
                    default -> Long.toHexString(v);
                });
        String prefix = "";
        if (has('#') && kind == 'o' && !digits.startsWith("0")) {
            digits = "0" + digits;
        } else if (has('#') && v != 0 && (kind | 0x20) == 'x') {
            prefix = "0x";
        }
        boolean upper = kind == 'X';
        numeric(
                upper ? prefix.toUpperCase(Locale.ROOT) : prefix,
                upper ? digits.toUpperCase(Locale.ROOT) : digits,
                precision < 0,
                out);
    }

    private void real(double v, Bytes out) {
        boolean upper = kind < 'a';
        boolean negative = v < 0 || v == 0 && 1 / v < 0;
        boolean finite = !Double.isNaN(v) && !Double.isInfinite(v);
        String digits = finite ? digits(Math.abs(v)) : Double.isNaN(v) ? "nan" : "inf";
        String sign = Double.isNaN(v) ? (has(' ') ? " " : "") : sign(negative);
        if (finite && (kind | 0x20) == 'a') {
            // zeros go behind the 0x
            sign += "0x";
            digits = digits.substring(2);
        }
        numeric(
                upper ? sign.toUpperCase(Locale.ROOT) : sign,
                upper ? digits.toUpperCase(Locale.ROOT) : digits,
                finite,
                out);
    }

    private String digits(double v) {
        int places = precision < 0 ? DEFAULT_PRECISION : precision;
        switch (kind | 0x20) {
            case 'e' -> {
                String text = FloatText.exponential(v, places);
                return has('#') && places == 0 ? text.replace("e", ".e") : text;
            }
            case 'f' -> {
                return FloatText.fixed(v, places) + (has('#') && places == 0 ? "." : "");
            }
            case 'a' -> {
                String text = FloatText.hexadecimal(v, precision);
                return has('#') && text.indexOf('.') < 0 ? text.replace("p", ".p") : text;
            }
            default -> {
                return FloatText.general(v, places, has('#'));
            }
        }
    }

    /** A literal that Lua reads back as the same bytes. */
    private static void quoted(LuaString text, Bytes out) {
        out.add('"');
        for (int i = 0; i < text.m_length; i++) {
            int c = text.luaByte(i);
            if (c == '"' || c == '\\' || c == '\n') {
                out.add('\\');
                out.add(c);
            } else if (c < ' ' || c == 127) {
                boolean digitFollows = i + 1 < text.m_length && ByteClass.isDigit(text.luaByte(i + 1));
                out.add("\\" + (digitFollows ? String.format("%03d", c) : Integer.toString(c)));
            } else {
                out.add(c);
            }
        }
        out.add('"');
    }
}

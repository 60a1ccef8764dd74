package io.gleamflow.lua;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/**
 * Lua's {@code string.format}: a format taken apart once, to be applied to any number of arguments. Immutable; needs no
 * world.
 */
public final class StringFormat {

    private final List<Part> parts;

    private StringFormat(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Literal text and, except in the last part, the conversion behind it. */
    private record Part(byte[] text, Conversion conversion) {}

    /**
     * One conversion such as {@code %-5.2f}.
     *
     * @param precision -1 when not given
     * @param kind the letter, or 0 for none
     */
    private record Conversion(
            boolean left, boolean plus, boolean blank, boolean alternate, boolean zero, int width, int precision, char kind) {
        static final Conversion NONE = new Conversion(false, false, false, false, false, 0, -1, '\0');
    }

    /**
     * Takes a format apart.
     *
     * @throws IllegalArgumentException with Lua's message when it is malformed
     */
    public static StringFormat parse(byte[] format) {
        List<Part> parts = new ArrayList<>();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int at = 0;
        while (at < format.length) {
            if (format[at] != '%') {
                text.write(format[at++]);
            } else if (at + 1 < format.length && format[at + 1] == '%') {
                text.write('%');
                at += 2;
            } else {
                Parser parser = new Parser(format, at + 1);
                parts.add(new Part(text.toByteArray(), parser.conversion()));
                text.reset();
                at = parser.at;
            }
        }
        parts.add(new Part(text.toByteArray(), Conversion.NONE));
        return new StringFormat(parts);
    }

    /** How many arguments the format takes. */
    public int conversions() {
        return parts.size() - 1;
    }

    /**
     * The text of the arguments from {@code first} on, which counts from 1.
     *
     * @throws LuaError when an argument is missing or of the wrong type
     */
    public LuaString format(Varargs args, int first) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            out.writeBytes(part.text());
            if (part.conversion().kind() != 0) {
                convert(part.conversion(), args, first + i, out);
            }
        }
        return LuaString.valueUsing(out.toByteArray());
    }

    private static void convert(Conversion c, Varargs args, int index, ByteArrayOutputStream out) {
        if (index > args.narg()) {
            throw new LuaError("bad argument #" + index + " to 'format' (no value)");
        }
        LuaValue value = args.arg(index);
        switch (c.kind()) {
            case 's' -> pad(c, text(c, value), out);
            case 'q' -> quote(value.checkstring(), out);
            case 'c' -> pad(c, new byte[] {(byte) (long) number(value, index)}, out);
            case 'd', 'i' -> integer(c, value, index, out);
            case 'u', 'o', 'x', 'X' -> unsigned(c, (long) number(value, index), out);
            default -> real(c, number(value, index), out);
        }
    }

    private static byte[] text(Conversion c, LuaValue value) {
        LuaString s = BaseLibrary.tostring(value);
        int length = c.precision() >= 0 ? Math.min(c.precision(), s.m_length) : s.m_length;
        return Arrays.copyOfRange(s.m_bytes, s.m_offset, s.m_offset + length);
    }

    private static double number(LuaValue value, int index) {
        LuaValue number = value.tonumber();
        if (number.isnil()) {
            String type = value.typename();
            throw new LuaError("bad argument #" + index + " to 'format' (number expected, got " + type + ")");
        }
        return number.todouble();
    }

    private static void integer(Conversion c, LuaValue value, int index, ByteArrayOutputStream out) {
        String digits;
        boolean negative;
        if (value instanceof Int64) {
            digits = value.tojstring();
            negative = digits.startsWith("-");
            digits = negative ? digits.substring(1) : digits;
        } else {
            double v = number(value, index);
            negative = v < 0 && (long) v != 0;
            digits = Double.isNaN(v) ? "9223372036854775808" : Long.toString((long) v).replace("-", "");
            negative |= Double.isNaN(v);
        }
        signed(c, negative, digits, true, out);
    }

    private static void unsigned(Conversion c, long v, ByteArrayOutputStream out) {
        String digits =
                switch (c.kind()) {
                    case 'u' -> Long.toUnsignedString(v);
                    case 'o' -> (c.alternate() ? "0" : "") + Long.toOctalString(v);
                    default -> Long.toHexString(v);
                };
        String prefix = c.alternate() && v != 0 && (c.kind() | 0x20) == 'x' ? "0x" : "";
        String all = precise(c, digits);
        number(c, prefix, c.kind() == 'X' ? all.toUpperCase(Locale.ROOT) : all, c.precision() < 0, out);
    }

    private static void real(Conversion c, double v, ByteArrayOutputStream out) {
        if (Double.isNaN(v) || Double.isInfinite(v)) {
            signed(c, v < 0, Double.isNaN(v) ? "nan" : "inf", false, out);
            return;
        }
        int precision = c.precision() < 0 ? 6 : c.precision();
        double magnitude = Math.abs(v);
        String digits =
                switch (c.kind() | 0x20) {
                    case 'e' -> FloatText.exponential(magnitude, precision);
                    case 'f' -> FloatText.fixed(magnitude, precision);
                    case 'a' -> Double.toHexString(magnitude).replace(".0p", "p").replaceFirst("p(\\d)", "p+$1");
                    default -> FloatText.general(magnitude, precision, c.alternate());
                };
        boolean upper = c.kind() >= 'A' && c.kind() <= 'Z';
        boolean negative = v < 0 || v == 0 && 1 / v < 0;
        signed(c, negative, upper ? digits.toUpperCase(Locale.ROOT) : digits, true, out);
    }

    private static void signed(
            Conversion c, boolean negative, String digits, boolean mayZero, ByteArrayOutputStream out) {
        String sign = negative ? "-" : c.plus() ? "+" : c.blank() ? " " : "";
        boolean isInteger = c.kind() == 'd' || c.kind() == 'i';
        String all = isInteger ? precise(c, digits) : digits;
        number(c, sign, all, mayZero && !(isInteger && c.precision() >= 0), out);
    }

    /** The precision of an integer is the least number of digits. */
    private static String precise(Conversion c, String digits) {
        if (c.precision() == 0 && digits.equals("0")) {
            return "";
        }
        return "0".repeat(Math.max(0, c.precision() - digits.length())) + digits;
    }

    private static void number(Conversion c, String sign, String digits, boolean mayZero, ByteArrayOutputStream out) {
        int missing = Math.max(0, c.width() - sign.length() - digits.length());
        String text = c.zero() && mayZero && !c.left() ? sign + "0".repeat(missing) + digits : sign + digits;
        pad(c, text.getBytes(StandardCharsets.ISO_8859_1), out);
    }

    private static void pad(Conversion c, byte[] text, ByteArrayOutputStream out) {
        byte[] blanks = " ".repeat(Math.max(0, c.width() - text.length)).getBytes(StandardCharsets.ISO_8859_1);
        out.writeBytes(c.left() ? text : blanks);
        out.writeBytes(c.left() ? blanks : text);
    }

    private static void quote(LuaString s, ByteArrayOutputStream out) {
        out.write('"');
        for (int i = 0; i < s.m_length; i++) {
            int c = s.m_bytes[s.m_offset + i];
            switch (c) {
                case '"', '\\', '\n' -> {
                    out.write('\\');
                    out.write(c);
                }
                case '\r' -> out.writeBytes("\\r".getBytes(StandardCharsets.ISO_8859_1));
                case 0 -> out.writeBytes("\\0".getBytes(StandardCharsets.ISO_8859_1));
                default -> out.write(c);
            }
        }
        out.write('"');
    }

    /** Reads one conversion, the percent sign passed. */
    private static final class Parser {
        private final byte[] format;
        private int at;

        Parser(byte[] format, int at) {
            this.format = format;
            this.at = at;
        }

        Conversion conversion() {
            String flags = "";
            while (at < format.length && "-+ #0".indexOf(format[at]) >= 0) {
                flags += (char) format[at++];
            }
            int width = digits();
            int precision = -1;
            if (at < format.length && format[at] == '.') {
                at++;
                precision = digits();
            }
            if (at >= format.length || "diuoxXcqseEfgGaA".indexOf(format[at]) < 0) {
                String kind = at >= format.length ? "" : Character.toString(format[at]);
                throw new IllegalArgumentException("invalid option '%" + kind + "' to 'format'");
            }
            return new Conversion(
                    flags.contains("-"),
                    flags.contains("+"),
                    flags.contains(" "),
                    flags.contains("#"),
                    flags.contains("0"),
                    width,
                    precision,
                    (char) format[at++]);
        }

        private int digits() {
            int value = 0;
            int start = at;
            while (at < format.length && Classes.isDigit(format[at])) {
                value = value * 10 + format[at++] - '0';
            }
            if (at - start > 2) {
                throw new IllegalArgumentException("invalid format (width or precision too long)");
            }
            return value;
        }
    }
}

package io.gleamflow.lua;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** The string library but for what takes patterns; strings are bytes throughout. */
final class StringLibrary {

    private static final long LONGEST = Integer.MAX_VALUE - 64;

    private StringLibrary() {}

    /** A new table with all functions of the library. */
    static LuaTable create() {
        LuaTable string = new LuaTable();
        add(string, "byte", StringLibrary::bytes);
        add(string, "char", StringLibrary::chars);
        add(string, "format", StringLibrary::format);
        add(string, "len", args -> LuaValue.valueOf(args.checkstring(1).m_length));
        add(string, "lower", args -> mapped(args.checkstring(1), 'A', 'Z', 'a' - 'A'));
        add(string, "upper", args -> mapped(args.checkstring(1), 'a', 'z', 'A' - 'a'));
        add(string, "rep", StringLibrary::repeat);
        add(string, "reverse", StringLibrary::reverse);
        add(string, "sub", StringLibrary::sub);
        new StringSearch().addTo(string);
        return string;
    }

    /** What a library function does. */
    interface Body {
        Varargs call(Varargs args);
    }

    static void add(LuaTable library, String name, Body body) {
        library.set(name, new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs args) {
                return body.call(args);
            }
        });
    }

    /** A position as Lua counts it, from the end when negative, as an index from 1 that may lie outside. */
    private static long position(double at, int length) {
        return at >= 0 ? (long) at : Math.max(0, length + 1 + (long) at);
    }

    private static Varargs sub(Varargs args) {
        LuaString s = args.checkstring(1);
        long from = Math.max(1, position(args.checkdouble(2), s.m_length));
        long to = Math.min(s.m_length, position(args.optdouble(3, -1), s.m_length));
        return from > to
                ? LuaValue.EMPTYSTRING
                : LuaString.valueOf(s.m_bytes, s.m_offset + (int) from - 1, (int) (to - from + 1));
    }

    private static Varargs bytes(Varargs args) {
        LuaString s = args.checkstring(1);
        long from = position(args.optdouble(2, 1), s.m_length);
        long to = Math.min(s.m_length, position(args.optdouble(3, from), s.m_length));
        from = Math.max(1, from);
        if (from > to) {
            return LuaValue.NONE;
        }
        LuaValue[] values = new LuaValue[(int) (to - from + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = LuaValue.valueOf(s.m_bytes[s.m_offset + (int) from - 1 + i] & 0xff);
        }
        return LuaValue.varargsOf(values);
    }

    private static Varargs chars(Varargs args) {
        byte[] bytes = new byte[args.narg()];
        for (int i = 0; i < bytes.length; i++) {
            double c = args.checkdouble(i + 1);
            if (!(c >= 0 && c < 256)) {
                throw new LuaError("bad argument #" + (i + 1) + " to 'char' (invalid value)");
            }
            bytes[i] = (byte) c;
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs format(Varargs args) {
        LuaString format = args.checkstring(1);
        byte[] bytes = new byte[format.m_length];
        System.arraycopy(format.m_bytes, format.m_offset, bytes, 0, bytes.length);
        try {
            return StringFormat.parse(bytes).format(args, 2);
        } catch (IllegalArgumentException e) {
            throw new LuaError(e.getMessage());
        }
    }

    private static Varargs mapped(LuaString s, int from, int to, int shift) {
        byte[] bytes = new byte[s.m_length];
        for (int i = 0; i < bytes.length; i++) {
            byte b = s.m_bytes[s.m_offset + i];
            bytes[i] = b >= from && b <= to ? (byte) (b + shift) : b;
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs repeat(Varargs args) {
        LuaString s = args.checkstring(1);
        double times = args.checkdouble(2);
        LuaString separator = args.isnoneornil(3) ? LuaValue.EMPTYSTRING : args.checkstring(3);
        if (!(times >= 1)) {
            return LuaValue.EMPTYSTRING;
        }
        double length = Math.floor(times) * s.m_length + (Math.floor(times) - 1) * separator.m_length;
        if (length > LONGEST) {
            throw new LuaError("resulting string too large");
        }
        byte[] bytes = new byte[(int) length];
        for (int at = 0; at < bytes.length; ) {
            if (at > 0) {
                System.arraycopy(separator.m_bytes, separator.m_offset, bytes, at, separator.m_length);
                at += separator.m_length;
            }
            System.arraycopy(s.m_bytes, s.m_offset, bytes, at, s.m_length);
            at += s.m_length;
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs reverse(Varargs args) {
        LuaString s = args.checkstring(1);
        byte[] bytes = new byte[s.m_length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = s.m_bytes[s.m_offset + i];
        }
        return LuaString.valueUsing(bytes);
    }
}

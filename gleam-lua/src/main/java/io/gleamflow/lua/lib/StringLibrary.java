package io.gleamflow.lua.lib;

import io.gleamflow.lua.StringFormat;
import io.gleamflow.lua.cured.ArgumentError;
import io.gleamflow.lua.cured.Arguments;
import io.gleamflow.lua.cured.LibraryError;
import io.gleamflow.lua.text.ByteClass;
import io.gleamflow.lua.text.Bytes;
import java.util.Arrays;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** {@code string}, but for the functions that take patterns, which are in {@link PatternLibrary}. */
final class StringLibrary implements Library<StringLibrary.Name> {
    private static final int CASE = 'a' - 'A';
    private static final long LONGEST = Integer.MAX_VALUE - 16;

    enum Name {
        BYTE,
        CHAR,
        DUMP,
        FORMAT,
        LEN,
        LOWER,
        REP,
        REVERSE,
        SUB,
        UPPER
    }

    private final RecentlyUsed<StringFormat> formats = new RecentlyUsed<>(StringLibrary::format);

    static LuaTable table() {
        LuaTable string = new LuaTable();
        new StringLibrary().addTo(string, Name.values());
        PatternLibrary.addTo(string);
        return string;
    }

    private static StringFormat format(LuaString text) {
        try {
            return StringFormat.parse(Arrays.copyOfRange(text.m_bytes, text.m_offset, text.m_offset + text.m_length));
        } catch (IllegalArgumentException e) {
            throw new LibraryError(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Varargs call(Name function, Varargs args) {
        return switch (function) {
            case BYTE -> bytes(args);
            case CHAR -> chars(args);
            case DUMP -> throw new LibraryError("unable to dump given function");
            case FORMAT -> formats.of(Arguments.string(args, 1)).format(args, 2);
            case LEN -> LuaInteger.valueOf(Arguments.string(args, 1).m_length);
            case LOWER -> lower(Arguments.string(args, 1));
            case REP -> repeated(args);
            case REVERSE -> reversed(Arguments.string(args, 1));
            case SUB -> sub(args);
            case UPPER -> upper(Arguments.string(args, 1));
        };
    }

    /** A position as Lua counts it, from the end when negative, made one from the start; it may lie outside. */
    static int position(int position, int length) {
        return position >= 0 ? position : Math.max(0, length + position + 1);
    }

    private static Varargs bytes(Varargs args) {
        LuaString s = Arguments.string(args, 1);
        int from = Arguments.integer(args, 2, 1);
        int start = Math.max(1, position(from, s.m_length));
        int end = Math.min(s.m_length, position(Arguments.integer(args, 3, from), s.m_length));
        if (start > end) {
            return LuaValue.NONE;
        } else if (start == end) {
            return LuaInteger.valueOf(s.luaByte(start - 1));
        }
        LuaValue[] values = new LuaValue[end - start + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = LuaInteger.valueOf(s.luaByte(start - 1 + i));
        }
        return LuaValue.varargsOf(values);
    }

    private static Varargs chars(Varargs args) {
        byte[] bytes = new byte[args.narg()];
        for (int i = 0; i < bytes.length; i++) {
            int c = Arguments.integer(args, i + 1);
            if (c < 0 || c > 255) {
                throw new ArgumentError(i + 1, "invalid value");
            }
            bytes[i] = (byte) c;
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs sub(Varargs args) {
        LuaString s = Arguments.string(args, 1);
        int start = Math.max(1, position(Arguments.integer(args, 2), s.m_length));
        int end = Math.min(s.m_length, position(Arguments.integer(args, 3, -1), s.m_length));
        return start > end ? LuaValue.EMPTYSTRING : s.substring(start - 1, end);
    }

    private static Varargs repeated(Varargs args) {
        LuaString s = Arguments.string(args, 1);
        int count = Arguments.integer(args, 2);
        LuaString separator = Arguments.string(args, 3, LuaValue.EMPTYSTRING);
        if (count <= 0) {
            return LuaValue.EMPTYSTRING;
        }
        long length = (long) s.m_length * count + (long) separator.m_length * (count - 1);
        if (length > LONGEST) {
            throw new LibraryError("resulting string too large");
        }
        Bytes all = new Bytes((int) length);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                all.add(separator);
            }
            all.add(s);
        }
        return all.toLuaString();
    }

    private static Varargs reversed(LuaString s) {
        byte[] bytes = new byte[s.m_length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = s.m_bytes[s.m_offset + s.m_length - 1 - i];
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs lower(LuaString s) {
        byte[] bytes = Arrays.copyOfRange(s.m_bytes, s.m_offset, s.m_offset + s.m_length);
        for (int i = 0; i < bytes.length; i++) {
            if (ByteClass.isUpper(bytes[i])) {
                bytes[i] = (byte) (bytes[i] + CASE);
            }
        }
        return LuaString.valueUsing(bytes);
    }

    private static Varargs upper(LuaString s) {
        byte[] bytes = Arrays.copyOfRange(s.m_bytes, s.m_offset, s.m_offset + s.m_length);
        for (int i = 0; i < bytes.length; i++) {
            if (ByteClass.isLower(bytes[i])) {
                bytes[i] = (byte) (bytes[i] - CASE);
            }
        }
        return LuaString.valueUsing(bytes);
    }
}

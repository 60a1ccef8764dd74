package io.gleamflow.script;

import io.gleamflow.lua.Int64;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.ValueWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;

/** MessagePack to Lua values and back. */
public final class LuaCodec {

    private static final int MAX_DEPTH = 128;

    private LuaCodec() {}

    /** The value in these bytes; strings are copied. */
    public static LuaValue decode(byte[] b, int at, int end) {
        switch (MessagePack.kind(b, at)) {
            case STR -> {
                int body = at + MessagePack.header(b, at);
                return LuaString.valueOf(b, body, end - body);
            }
            case INT -> {
                return integer(b, at);
            }
            default -> {
                return new Decoder(b, at, end).value(0);
            }
        }
    }

    private static LuaValue integer(byte[] b, int at) {
        long v = MessagePack.readLong(b, at);
        if (MessagePack.isBigUnsigned(b, at)) {
            return Int64.ofUnsigned(v);
        }
        return (int) v == v ? LuaValue.valueOf((int) v) : Int64.of(v);
    }

    /** Goes through nested values. */
    private static final class Decoder {
        private final byte[] b;
        private final int end;
        private int at;

        Decoder(byte[] b, int at, int end) {
            this.b = b;
            this.at = at;
            this.end = end;
        }

        LuaValue value(int depth) {
            if (depth > MAX_DEPTH) {
                throw new MalformedRowException("lists and maps nested over " + MAX_DEPTH + " deep", at);
            }
            int start = at;
            int body = at + MessagePack.header(b, at);
            int length = MessagePack.payload(b, at, end);
            at = body + length;
            return switch (MessagePack.kind(b, start)) {
                case NIL -> LuaValue.NIL;
                case BOOL -> LuaValue.valueOf((b[start] & 0xff) == MessagePack.TRUE);
                case INT -> integer(b, start);
                case FLOAT -> LuaValue.valueOf(MessagePack.readDouble(b, start));
                case STR -> LuaString.valueOf(b, body, length);
                case LIST -> list((int) MessagePack.children(b, start, end), depth);
                case MAP -> map((int) (MessagePack.children(b, start, end) / 2), depth);
                case EXT -> new Opaque(Arrays.copyOfRange(b, start, at));
            };
        }

        private LuaValue list(int size, int depth) {
            DecodedTable list = DecodedTable.list(size);
            for (int i = 1; i <= size; i++) {
                list.rawset(i, value(depth + 1));
            }
            return list;
        }

        private LuaValue map(int entries, int depth) {
            DecodedTable map = DecodedTable.map(entries);
            for (int i = 0; i < entries; i++) {
                LuaValue key = value(depth + 1);
                LuaValue value = value(depth + 1);
                if (key.isnil() || key.isnumber() && Double.isNaN(key.todouble())) {
                    String wrong = key.isnil() ? "nil" : "NaN";
                    throw new MalformedRowException("a map with the key " + wrong + " is no Lua table", at);
                }
                map.rawset(key, value);
            }
            return map;
        }
    }

    /**
     * Appends a value.
     *
     * @throws LuaError for functions, threads and userdata, and for tables nested without end
     */
    public static void encode(LuaValue value, ValueWriter out) {
        encode(value, out, 0);
    }

    private static void encode(LuaValue value, ValueWriter out, int depth) {
        switch (value.type()) {
            case LuaValue.TNIL -> out.nil();
            case LuaValue.TBOOLEAN -> out.bool(value.toboolean());
            case LuaValue.TNUMBER, LuaValue.TINT -> number(value, out);
            case LuaValue.TSTRING -> {
                LuaString s = (LuaString) value;
                out.string(s.m_bytes, s.m_offset, s.m_length);
            }
            case LuaValue.TTABLE -> table((LuaTable) value, out, depth);
            default -> other(value, out);
        }
    }

    private static void number(LuaValue value, ValueWriter out) {
        if (value instanceof Int64 big) {
            int64(big, out);
        } else if (value.isinttype()) {
            out.integer(value.toint());
        } else {
            out.number(value.todouble());
        }
    }

    private static void int64(Int64 value, ValueWriter out) {
        if (value.isUnsigned()) {
            out.bigUnsigned(value.bits());
        } else {
            out.integer(value.bits());
        }
    }

    private static void other(LuaValue value, ValueWriter out) {
        if (value instanceof Int64 big) {
            int64(big, out);
        } else if (value instanceof Opaque opaque) {
            out.raw(opaque.bytes(), 0, opaque.bytes().length);
        } else if (TableShape.isMarked(value, "null")) {
            out.nil();
        } else {
            throw new LuaError("a " + value.typename() + " cannot be a column");
        }
    }

    private static void table(LuaTable table, ValueWriter out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new LuaError("tables nested over " + MAX_DEPTH + " deep cannot be a column");
        }
        int size = TableShape.listSize(table);
        if (size == TableShape.MAP) {
            map(table, out, depth);
        } else {
            list(table, size, out, depth);
        }
    }

    private static void list(LuaTable table, int size, ValueWriter out, int depth) {
        out.listHeader(size);
        for (int i = 1; i <= size; i++) {
            encode(table.rawget(i), out, depth + 1);
        }
    }

    /** Entries in the order of their keys' bytes, so that the same table always gives the same bytes. */
    private static void map(LuaTable table, ValueWriter out, int depth) {
        List<byte[][]> entries = new ArrayList<>();
        Varargs entry = table.next(LuaValue.NIL);
        while (!entry.isnil(1)) {
            entries.add(new byte[][] {bytes(entry.arg1(), depth), bytes(entry.arg(2), depth)});
            entry = table.next(entry.arg1());
        }
        entries.sort((left, right) -> Arrays.compareUnsigned(left[0], right[0]));
        out.mapHeader(entries.size());
        for (byte[][] each : entries) {
            out.raw(each[0], 0, each[0].length);
            out.raw(each[1], 0, each[1].length);
        }
    }

    private static byte[] bytes(LuaValue value, int depth) {
        Bytes bytes = new Bytes(32);
        encode(value, new ValueWriter(bytes), depth + 1);
        return bytes.copy();
    }
}

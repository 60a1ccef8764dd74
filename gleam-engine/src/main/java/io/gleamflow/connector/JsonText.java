package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values as JSON: the keys of maps sorted by their bytes, numbers as {@link ValueText} has them, extension values as
 * hexadecimal text.
 */
final class JsonText {

    /** Readers take no more levels either. */
    static final int DEEPEST = 128;

    /** A list or map that is a key counts as so many, because the text of a key in a key is twice as long each time. */
    private static final int KEY_DEPTH = 32;

    private JsonText() {}

    /**
     * Appends the value that starts at {@code at}.
     *
     * @throws Refused when JSON has no such value: text that is no UTF-8, infinite numbers and NaN, two equal keys
     */
    static void append(byte[] b, int at, int end, Bytes out) {
        append(b, at, end, out, 0);
    }

    private static int append(byte[] b, int at, int end, Bytes out, int depth) {
        int body = at + MessagePack.header(b, at);
        switch (MessagePack.kind(b, at)) {
            case NIL -> out.putAscii("null");
            case STR -> {
                int next = body + MessagePack.payload(b, at, end);
                string(b, body, next, out);
                return next;
            }
            case LIST -> {
                return list(b, at, end, out, depth + 1);
            }
            case MAP -> {
                return map(b, at, end, out, depth + 1);
            }
            case BOOL, INT, FLOAT, EXT -> {
                int next = MessagePack.skip(b, at, end);
                if (MessagePack.kind(b, at) == MessagePack.Kind.FLOAT) {
                    checkFinite(MessagePack.readDouble(b, at));
                }
                ValueText.append(b, at, next, out);
                return next;
            }
        }
        return body;
    }

    private static void checkFinite(double v) {
        if (Double.isNaN(v) || Double.isInfinite(v)) {
            throw new Refused("is " + (Double.isNaN(v) ? "NaN" : "infinite") + ", which JSON does not have");
        }
    }

    private static void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw new Refused("is nested more than " + DEEPEST + " deep");
        }
    }

    private static int list(byte[] b, int at, int end, Bytes out, int depth) {
        checkDepth(depth);
        int next = at + MessagePack.header(b, at);
        long size = MessagePack.children(b, at, end);
        out.put('[');
        for (long i = 0; i < size; i++) {
            if (i > 0) {
                out.put(',');
            }
            next = append(b, next, end, out, depth);
        }
        out.put(']');
        return next;
    }

    /** An entry of a map: its key as JSON, and where its value is. */
    private record Entry(byte[] key, int value) {}

    private static int map(byte[] b, int at, int end, Bytes out, int depth) {
        checkDepth(depth);
        int next = at + MessagePack.header(b, at);
        long size = MessagePack.children(b, at, end) / 2;
        List<Entry> entries = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            byte[] key = key(b, next, end, depth);
            int value = MessagePack.skip(b, next, end);
            entries.add(new Entry(key, value));
            next = MessagePack.skip(b, value, end);
        }
        entries.sort((one, other) -> Arrays.compareUnsigned(one.key, other.key));
        out.put('{');
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (i > 0) {
                if (Arrays.equals(entry.key, entries.get(i - 1).key)) {
                    throw new Refused("has a map with two keys that are both written "
                            + new String(entry.key, StandardCharsets.UTF_8));
                }
                out.put(',');
            }
            out.put(entry.key);
            out.put(':');
            append(b, entry.value, end, out, depth);
        }
        out.put('}');
        return next;
    }

    /** Keys that are no text are the text of their JSON. */
    private static byte[] key(byte[] b, int at, int end, int depth) {
        Bytes key = new Bytes(32);
        if (MessagePack.kind(b, at) == MessagePack.Kind.STR) {
            append(b, at, end, key, depth);
            return key.copy();
        }
        append(b, at, end, key, depth + KEY_DEPTH);
        Bytes quoted = new Bytes(32);
        string(key.array(), 0, key.length(), quoted);
        return quoted.copy();
    }

    /** Appends a text of UTF-8 in quotes. */
    static void string(byte[] b, int start, int end, Bytes out) {
        if (!Utf8.isValid(b, start, end)) {
            throw new Refused("is text that is no UTF-8");
        }
        out.put('"');
        int from = start;
        for (int i = start; i < end; i++) {
            int c = b[i];
            if (c == '"' || c == '\\' || c >= 0 && c < 0x20) {
                out.put(b, from, i - from);
                escape(c, out);
                from = i + 1;
            }
        }
        out.put(b, from, end - from);
        out.put('"');
    }

    private static void escape(int c, Bytes out) {
        switch (c) {
            case '"' -> out.putAscii("\\\"");
            case '\\' -> out.putAscii("\\\\");
            case '\n' -> out.putAscii("\\n");
            case '\r' -> out.putAscii("\\r");
            case '\t' -> out.putAscii("\\t");
            default -> {
                out.putAscii(c < 0x10 ? "\\u000" : "\\u00");
                out.putAscii(Integer.toHexString(c));
            }
        }
    }
}

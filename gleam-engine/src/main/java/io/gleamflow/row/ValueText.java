package io.gleamflow.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Values as text files, shell steps and {@code print} have them: a string is its bytes, nil is nothing, a list or map is
 * JSON with sorted keys.
 */
public final class ValueText {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** Deeper nesting is refused, so that hostile rows cannot exhaust the stack. */
    private static final int MAX_DEPTH = 128;

    /** A list or map that is a key counts as so many, because the text of a key in a key is twice as long each time. */
    private static final int KEY_DEPTH = 32;

    private ValueText() {}

    /**
     * Appends the text of the value that starts at {@code at}.
     *
     * @throws MalformedRowException when it is nested too deeply
     */
    public static void append(byte[] b, int at, int end, Bytes out) {
        int body = at + MessagePack.header(b, at);
        switch (MessagePack.kind(b, at)) {
            case NIL -> {}
            case STR -> out.put(b, body, MessagePack.payload(b, at, end));
            default -> json(b, at, end, out, 0);
        }
    }

    /** Appends JSON and returns where the next value starts. Bytes that are no UTF-8 stay as they are. */
    private static int json(byte[] b, int at, int end, Bytes out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedRowException("lists and maps nested over " + MAX_DEPTH + " deep", at);
        }
        int body = at + MessagePack.header(b, at);
        int next = body + MessagePack.payload(b, at, end);
        switch (MessagePack.kind(b, at)) {
            case NIL -> out.putAscii("null");
            case BOOL -> out.putAscii((b[at] & 0xff) == MessagePack.TRUE ? "true" : "false");
            case INT -> out.putAscii(integer(b, at));
            case FLOAT -> out.putAscii(NumberText.of(MessagePack.readDouble(b, at)));
            case STR -> quoted(b, body, next, out);
            case LIST -> next = list(b, at, end, out, depth + 1);
            case MAP -> next = map(b, at, end, out, depth + 1);
            case EXT -> {
                out.put('"');
                for (int i = body; i < next; i++) {
                    hex(b[i], out);
                }
                out.put('"');
            }
        }
        return next;
    }

    private static String integer(byte[] b, int at) {
        long v = MessagePack.readLong(b, at);
        return MessagePack.isBigUnsigned(b, at) ? Long.toUnsignedString(v) : Long.toString(v);
    }

    private static int list(byte[] b, int at, int end, Bytes out, int depth) {
        int next = at + MessagePack.header(b, at);
        out.put('[');
        long size = MessagePack.children(b, at, end);
        for (long i = 0; i < size; i++) {
            if (i > 0) {
                out.put(',');
            }
            next = json(b, next, end, out, depth);
        }
        out.put(']');
        return next;
    }

    /** An entry of a map: the text of its key, and where its value starts. */
    private record Entry(byte[] key, int value) {}

    /** The entries by the bytes of their keys, whatever order they came in. */
    private static int map(byte[] b, int at, int end, Bytes out, int depth) {
        int next = at + MessagePack.header(b, at);
        List<Entry> entries = new ArrayList<>();
        for (long left = MessagePack.children(b, at, end) / 2; left > 0; left--) {
            int value = MessagePack.skip(b, next, end);
            entries.add(new Entry(key(b, next, end, depth), value));
            next = MessagePack.skip(b, value, end);
        }
        entries.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));
        out.put('{');
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) {
                out.put(',');
            }
            out.put(entries.get(i).key());
            out.put(':');
            json(b, entries.get(i).value(), end, out, depth);
        }
        out.put('}');
        return next;
    }

    private static byte[] key(byte[] b, int at, int end, int depth) {
        Bytes key = new Bytes(24);
        if (MessagePack.kind(b, at) == MessagePack.Kind.STR) {
            json(b, at, end, key, depth);
        } else {
            Bytes text = new Bytes(24);
            json(b, at, end, text, depth + KEY_DEPTH);
            quoted(text.array(), 0, text.length(), key);
        }
        return key.copy();
    }

    private static void quoted(byte[] b, int start, int end, Bytes out) {
        out.put('"');
        for (int i = start; i < end; i++) {
            int c = b[i];
            if (c == '"' || c == '\\') {
                out.put('\\');
                out.put(c);
            } else if (c == '\n') {
                out.putAscii("\\n");
            } else if (c == '\t') {
                out.putAscii("\\t");
            } else if (c == '\r') {
                out.putAscii("\\r");
            } else if (c >= 0 && c < 0x20) {
                out.putAscii("\\u00");
                hex((byte) c, out);
            } else {
                out.put(c);
            }
        }
        out.put('"');
    }

    private static void hex(byte b, Bytes out) {
        out.put(HEX[b >> 4 & 15]);
        out.put(HEX[b & 15]);
    }
}

package io.gleamflow.wire;

import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps from names to booleans, whole numbers, texts, byte arrays, and lists and maps of these. Byte arrays travel as {@code
 * ext} type 0, so that they come back as byte arrays.
 */
final class ControlMaps {

    private static final int BYTES = 0;

    /** Far more than any of ours; who sends more wants to exhaust the stack. */
    private static final int MAX_DEPTH = 128;

    private ControlMaps() {}

    static void write(Object value, ValueWriter out) {
        if (value instanceof Map<?, ?> map) {
            out.mapHeader(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(entry.getKey(), out);
                write(entry.getValue(), out);
            }
        } else if (value instanceof List<?> list) {
            out.listHeader(list.size());
            for (Object entry : list) {
                write(entry, out);
            }
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (value instanceof Number number) {
            out.integer(number.longValue());
        } else if (value instanceof byte[] bytes) {
            out.ext(BYTES, bytes);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.string(text, 0, text.length);
        }
    }

    static Map<String, Object> read(byte[] b, int start, int end) {
        MessagePack.skip(b, start, end);
        return new Reader(b, start, end).whole();
    }

    private static final class Reader {
        private final byte[] b;
        private final int end;
        private int at;

        Reader(byte[] b, int start, int end) {
            this.b = b;
            this.at = start;
            this.end = end;
        }

        Map<String, Object> whole() {
            if (MessagePack.kind(b, at) != MessagePack.Kind.MAP) {
                throw new MalformedRowException("no map", 0);
            }
            return map(0);
        }

        private Map<String, Object> map(int depth) {
            long size = MessagePack.children(b, at, end) / 2;
            at += MessagePack.header(b, at);
            Map<String, Object> map = new LinkedHashMap<>();
            for (long i = 0; i < size; i++) {
                if (MessagePack.kind(b, at) != MessagePack.Kind.STR) {
                    throw new MalformedRowException("a key is no text", at);
                }
                String key = new String(payload(), StandardCharsets.UTF_8);
                map.put(key, value(depth + 1));
            }
            return map;
        }

        private Object value(int depth) {
            if (depth > MAX_DEPTH) {
                throw new MalformedRowException("lists and maps nested over " + MAX_DEPTH + " deep", at);
            }
            return switch (MessagePack.kind(b, at)) {
                case MAP -> map(depth);
                case LIST -> list(depth);
                case BOOL -> (b[at++] & 0xff) == MessagePack.TRUE;
                case INT -> integer();
                case STR -> new String(payload(), StandardCharsets.UTF_8);
                case EXT -> payload();
                case NIL, FLOAT -> throw new MalformedRowException("no nil and no float in a control map", at);
            };
        }

        private List<Object> list(int depth) {
            long size = MessagePack.children(b, at, end);
            at += MessagePack.header(b, at);
            List<Object> list = new ArrayList<>();
            for (long i = 0; i < size; i++) {
                list.add(value(depth + 1));
            }
            return list;
        }

        private long integer() {
            long v = MessagePack.readLong(b, at);
            at = MessagePack.skip(b, at, end);
            return v;
        }

        private byte[] payload() {
            int from = at + MessagePack.header(b, at);
            at = MessagePack.skip(b, at, end);
            return Arrays.copyOfRange(b, from, at);
        }
    }
}

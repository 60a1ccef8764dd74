package io.gleamflow.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns values into bytes that compare, unsigned and from the left, as the values do; equal values give equal bytes.
 * This class is the one definition of order: nil &lt; false &lt; true &lt; numbers &lt; strings &lt; lists &lt; maps &lt;
 * extensions.
 *
 * <p>A number is the double below or at it, its bits made monotone, then two bytes for what a 64-bit integer has above
 * that double; so integers and floats compare exactly. A string is its bytes with 00 written as 00 ff, then 00 00. Lists
 * and maps end with 00, which is below every value. A descending value has all its bits inverted.
 */
public final class KeyEncoder {

    private static final int END = 0x00;
    private static final int NIL = 0x01;
    private static final int FALSE = 0x02;
    private static final int TRUE = 0x03;
    private static final int NUMBER = 0x04;
    private static final int STRING = 0x05;
    private static final int LIST = 0x06;
    private static final int MAP = 0x07;
    private static final int EXT = 0x08;

    private static final int NUMBER_LENGTH = 11;

    /** Deeper nesting is refused, so that hostile rows cannot exhaust the stack. */
    private static final int MAX_DEPTH = 128;

    /** 2^63 as a double; integers from here on are unsigned 64-bit ones. */
    private static final double TWO_TO_63 = 0x1p63;

    private KeyEncoder() {}

    /**
     * Appends the key of the value at {@code at}.
     *
     * @throws MalformedRowException when the bytes are no value
     */
    public static void append(byte[] b, int at, int end, boolean descending, Bytes out) {
        int from = out.length();
        value(b, at, end, out, 0);
        if (descending) {
            byte[] array = out.array();
            for (int i = from; i < out.length(); i++) {
                array[i] = (byte) ~array[i];
            }
        }
    }

    /** Appends the key of a string that is no value yet, ascending. */
    public static void appendString(byte[] b, int start, int end, Bytes out) {
        out.put(STRING);
        escaped(b, start, end, out);
    }

    /**
     * Whether a text is unlike every ascending key, so that among keys of one column it can stand for itself: it begins with none of
     * the bytes that keys begin with.
     */
    public static boolean isOwnKey(byte[] b, int start, int end) {
        return start < end && (b[start] & 0xff) > EXT;
    }

    /** Appends nil's key, for a column that a row does not have. */
    public static void appendMissing(boolean descending, Bytes out) {
        out.put(descending ? ~NIL : NIL);
    }

    /** Unsigned comparison; a key that starts another comes first. */
    public static int compare(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
        return Arrays.compareUnsigned(a, aStart, aEnd, b, bStart, bEnd);
    }

    /** Where the first {@code count} values of a key end, all of which are ascending and begin at the start of the array. */
    public static int end(byte[] key, int count) {
        int at = 0;
        int open = 0;
        int left = count;
        while (left > 0) {
            int kind = key[at];
            if (kind == STRING || kind == EXT) {
                at = textEnd(key, at + 1);
            } else {
                open += kind == LIST || kind == MAP ? 1 : kind == END ? -1 : 0;
                at += kind == NUMBER ? NUMBER_LENGTH : 1;
            }
            left -= open == 0 ? 1 : 0;
        }
        return at;
    }

    private static int textEnd(byte[] key, int start) {
        int at = start;
        while (key[at] != 0 || key[at + 1] != 0) {
            at += key[at] == 0 ? 2 : 1;
        }
        return at + 2;
    }

    /** The first eight bytes of a key, padded with zeros, to compare unsigned. */
    public static long prefix(byte[] key, int start, int end) {
        if (end - start >= Long.BYTES) {
            return BigEndian.getLong(key, start);
        }
        long prefix = 0;
        for (int i = start; i < end; i++) {
            prefix |= (key[i] & 0xffL) << (56 - 8 * (i - start));
        }
        return prefix;
    }

    /** Encodes a value and returns where the next one starts. */
    private static int value(byte[] b, int at, int end, Bytes out, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedRowException("lists and maps nested over " + MAX_DEPTH + " deep", at);
        }
        int body = at + MessagePack.header(b, at);
        int next = body + MessagePack.payload(b, at, end);
        switch (MessagePack.kind(b, at)) {
            case NIL -> out.put(NIL);
            case BOOL -> out.put((b[at] & 0xff) == MessagePack.TRUE ? TRUE : FALSE);
            case INT -> integer(b, at, out);
            case FLOAT -> number(MessagePack.readDouble(b, at), 0, out);
            case STR -> {
                out.put(STRING);
                escaped(b, body, next, out);
            }
            case LIST -> {
                out.put(LIST);
                next = list(b, at, body, end, out, depth);
            }
            case MAP -> {
                out.put(MAP);
                next = map(b, at, body, end, out, depth);
            }
            case EXT -> {
                out.put(EXT);
                escaped(b, at, next, out);
            }
        }
        return next;
    }

    private static int list(byte[] b, int at, int body, int end, Bytes out, int depth) {
        int next = body;
        for (long left = MessagePack.children(b, at, end); left > 0; left--) {
            next = value(b, next, end, out, depth + 1);
        }
        out.put(END);
        return next;
    }

    /** The entries in the order of their keys, whatever order they arrived in. */
    private static int map(byte[] b, int at, int body, int end, Bytes out, int depth) {
        int next = body;
        List<byte[]> entries = new ArrayList<>();
        for (long left = MessagePack.children(b, at, end) / 2; left > 0; left--) {
            Bytes entry = new Bytes(32);
            next = value(b, value(b, next, end, entry, depth + 1), end, entry, depth + 1);
            entries.add(entry.copy());
        }
        entries.sort(Arrays::compareUnsigned);
        entries.forEach(out::put);
        out.put(END);
        return next;
    }

    private static void escaped(byte[] b, int start, int end, Bytes out) {
        int from = start;
        int zero = ByteSearch.indexOf(b, from, end, (byte) 0);
        while (zero >= 0) {
            out.put(b, from, zero + 1 - from);
            out.put(0xff);
            from = zero + 1;
            zero = ByteSearch.indexOf(b, from, end, (byte) 0);
        }
        out.put(b, from, end - from);
        out.put(0);
        out.put(0);
    }

    private static void integer(byte[] b, int at, Bytes out) {
        long v = MessagePack.readLong(b, at);
        if (MessagePack.isBigUnsigned(b, at)) {
            // the low 11 bits do not fit the double between 2^63 and 2^64
            long rest = v & 0x7ff;
            number((v >>> 1 & ~0x3ffL) * 2.0, (int) rest, out);
            return;
        }
        double below = v;
        if (below == TWO_TO_63 || (long) below > v) {
            below = Math.nextDown(below);
        }
        number(below, (int) (v - (long) below), out);
    }

    private static void number(double v, int rest, Bytes out) {
        // + 0.0 turns -0.0 into 0.0; doubleToLongBits makes every NaN the same, above infinity
        long bits = Double.doubleToLongBits(v + 0.0);
        byte[] to = out.room(NUMBER_LENGTH);
        int at = out.length();
        to[at] = NUMBER;
        BigEndian.putLong(to, at + 1, bits ^ (bits >> 63 | Long.MIN_VALUE));
        BigEndian.putShort(to, at + 9, rest);
        out.length(at + NUMBER_LENGTH);
    }
}

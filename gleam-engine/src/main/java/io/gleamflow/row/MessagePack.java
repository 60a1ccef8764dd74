package io.gleamflow.row;

import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of MessagePack values in a byte array without decoding them. Every method checks that it stays before
 * {@code end}; nothing is allocated, and nesting costs no stack.
 *
 * <p>The format: https://github.com/msgpack/msgpack/blob/master/spec.md
 */
public final class MessagePack {

    /** What a first byte announces. */
    public enum Kind {
        NIL,
        BOOL,
        INT,
        FLOAT,
        STR,
        LIST,
        MAP,
        EXT
    }

    public static final int NIL = 0xc0;
    public static final int FALSE = 0xc2;
    public static final int TRUE = 0xc3;
    public static final int UINT64 = 0xcf;
    public static final int FLOAT32 = 0xca;
    public static final int FLOAT64 = 0xcb;

    /** By first byte, how many bytes the whole value has; 0 where that is to be read behind it, or there are others inside. */
    private static final byte[] LENGTHS = new byte[256];

    /** By first byte; null for the one that is none. */
    private static final @Nullable Kind[] KINDS = new Kind[256];

    static {
        for (int c = 0; c < KINDS.length; c++) {
            KINDS[c] = announced(c);
            LENGTHS[c] = (byte) fixedLength(c);
        }
    }

    private MessagePack() {}

    /** The kind of the value at {@code at}; {@code bin} counts as {@code STR}. */
    public static Kind kind(byte[] b, int at) {
        Kind kind = KINDS[b[at] & 0xff];
        if (kind == null) {
            throw new MalformedRowException("0xc1 is no MessagePack value", at);
        }
        return kind;
    }

    private static int fixedLength(int c) {
        if (c >= 0xa0 && c <= 0xbf) {
            return 1 + (c & 0x1f);
        }
        return switch (c) {
            case 0xcc, 0xd0 -> 2;
            case 0xcd, 0xd1 -> 3;
            case 0xca, 0xce, 0xd2 -> 5;
            case 0xcb, 0xcf, 0xd3 -> 9;
            case NIL, FALSE, TRUE -> 1;
            default -> c <= 0x7f || c >= 0xe0 ? 1 : 0;
        };
    }

    private static @Nullable Kind announced(int c) {
        if (c <= 0x7f || c >= 0xe0 || c >= 0xcc && c <= 0xd3) {
            return Kind.INT;
        }
        if (c <= 0x8f || c == 0xde || c == 0xdf) {
            return Kind.MAP;
        }
        if (c <= 0x9f || c == 0xdc || c == 0xdd) {
            return Kind.LIST;
        }
        if (c <= 0xbf || c >= 0xd9 && c <= 0xdb || c >= 0xc4 && c <= 0xc6) {
            return Kind.STR;
        }
        return switch (c) {
            case NIL -> Kind.NIL;
            case FALSE, TRUE -> Kind.BOOL;
            case FLOAT32, FLOAT64 -> Kind.FLOAT;
            case 0xc1 -> null;
            default -> Kind.EXT;
        };
    }

    /** Where the value that starts at {@code at} ends. */
    public static int skip(byte[] b, int at, int end) {
        int pos = at;
        long pending = 1;
        while (pending > 0) {
            if (pos >= end) {
                throw new MalformedRowException("the row is cut short", pos);
            }
            int length = LENGTHS[b[pos] & 0xff];
            if (length > 0 && length <= end - pos) {
                pos += length;
                pending--;
                continue;
            }
            pending += children(b, pos, end) - 1;
            long next = (long) pos + header(b, pos) + payload(b, pos, end);
            if (next > end || pending > (long) end - pos) {
                throw new MalformedRowException("the row is cut short", pos);
            }
            pos = (int) next;
        }
        return pos;
    }

    /** Bytes before the payload or the first element, the first byte included. */
    public static int header(byte[] b, int at) {
        int c = b[at] & 0xff;
        if (c <= 0xc3 || c >= 0xe0) {
            return 1;
        }
        return switch (c) {
            case 0xc4, 0xd9 -> 2;
            case 0xc5, 0xda, 0xdc, 0xde -> 3;
            case 0xc6, 0xdb, 0xdd, 0xdf -> 5;
            case 0xc7 -> 3;
            case 0xc8 -> 4;
            case 0xc9 -> 6;
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> 2;
            default -> 1;
        };
    }

    /** Bytes of a string, number or extension behind its header; 0 for lists, maps, nil and booleans. */
    public static int payload(byte[] b, int at, int end) {
        int c = b[at] & 0xff;
        if (c >= 0xa0 && c <= 0xbf) {
            return c & 0x1f;
        }
        if (c < 0xc4 || c >= 0xe0) {
            return 0;
        }
        return switch (c) {
            case 0xc4, 0xc7, 0xd9 -> within(b, at, 1, end);
            case 0xc5, 0xc8, 0xda -> within(b, at, 2, end);
            case 0xc6, 0xc9, 0xdb -> within(b, at, 4, end);
            case 0xcc, 0xd0, 0xd4 -> 1;
            case 0xcd, 0xd1, 0xd5 -> 2;
            case 0xca, 0xce, 0xd2, 0xd6 -> 4;
            case 0xcb, 0xcf, 0xd3, 0xd7 -> 8;
            case 0xd8 -> 16;
            default -> 0;
        };
    }

    /** How many values a list or map holds inside (two for each entry of a map); 0 for anything else. */
    public static long children(byte[] b, int at, int end) {
        int c = b[at] & 0xff;
        if (c >= 0x80 && c <= 0x8f) {
            return 2L * (c & 0x0f);
        }
        if (c >= 0x90 && c <= 0x9f) {
            return c & 0x0f;
        }
        return switch (c) {
            case 0xdc -> within(b, at, 2, end);
            case 0xdd -> within(b, at, 4, end);
            case 0xde -> 2L * within(b, at, 2, end);
            case 0xdf -> 2L * within(b, at, 4, end);
            case 0xc1 -> throw new MalformedRowException("0xc1 is no MessagePack value", at);
            default -> 0;
        };
    }

    /** Reads an unsigned number of {@code size} bytes behind the first byte, which must lie before {@code end}. */
    private static int within(byte[] b, int at, int size, int end) {
        if (at + size >= end) {
            throw new MalformedRowException("the row is cut short", at);
        }
        int v = switch (size) {
            case 1 -> b[at + 1] & 0xff;
            case 2 -> BigEndian.getUnsignedShort(b, at + 1);
            default -> BigEndian.getInt(b, at + 1);
        };
        if (v < 0) {
            throw new MalformedRowException("a length over 2 GiB", at);
        }
        return v;
    }

    /** A whole number; for {@code uint64} over 2^63-1 the same 64 bits, see {@link #isBigUnsigned}. */
    public static long readLong(byte[] b, int at) {
        int c = b[at] & 0xff;
        if (c <= 0x7f || c >= 0xe0) {
            return b[at];
        }
        return switch (c) {
            case 0xcc -> b[at + 1] & 0xff;
            case 0xcd -> BigEndian.getUnsignedShort(b, at + 1);
            case 0xce -> BigEndian.getInt(b, at + 1) & 0xffffffffL;
            case 0xd0 -> b[at + 1];
            case 0xd1 -> (short) BigEndian.getUnsignedShort(b, at + 1);
            case 0xd2 -> BigEndian.getInt(b, at + 1);
            case 0xcf, 0xd3 -> BigEndian.getLong(b, at + 1);
            default -> throw new MalformedRowException("not a whole number", at);
        };
    }

    /** Whether the value is a {@code uint64} that does not fit a long. */
    public static boolean isBigUnsigned(byte[] b, int at) {
        return (b[at] & 0xff) == UINT64 && b[at + 1] < 0;
    }

    /** A float of 32 or 64 bits. */
    public static double readDouble(byte[] b, int at) {
        return (b[at] & 0xff) == FLOAT32
                ? Float.intBitsToFloat(BigEndian.getInt(b, at + 1))
                : Double.longBitsToDouble(BigEndian.getLong(b, at + 1));
    }
}

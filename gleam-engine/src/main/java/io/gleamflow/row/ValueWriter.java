package io.gleamflow.row;

/** Writes values as MessagePack, each in its shortest form, at the end of a {@link Bytes}. Not thread-safe. */
public final class ValueWriter {

    /** Whole numbers up to here, either way, are exact in a double. */
    private static final double EXACT = 1L << 53;

    private final Bytes out;

    public ValueWriter(Bytes out) {
        this.out = out;
    }

    public void nil() {
        out.put(MessagePack.NIL);
    }

    public void bool(boolean v) {
        out.put(v ? MessagePack.TRUE : MessagePack.FALSE);
    }

    public void integer(long v) {
        if (v >= -32 && v <= 127) {
            out.put((int) v);
        } else if (v >= 0) {
            unsigned(v);
        } else if (v >= Byte.MIN_VALUE) {
            out.put(0xd0);
            out.put((int) v);
        } else if (v >= Short.MIN_VALUE) {
            head(0xd1, (int) v, 2);
        } else if (v >= Integer.MIN_VALUE) {
            head(0xd2, (int) v, 4);
        } else {
            out.put(0xd3);
            out.putLong(v);
        }
    }

    private void unsigned(long v) {
        if (v <= 0xff) {
            out.put(0xcc);
            out.put((int) v);
        } else if (v <= 0xffff) {
            head(0xcd, (int) v, 2);
        } else if (v <= 0xffffffffL) {
            head(0xce, (int) v, 4);
        } else {
            out.put(0xcf);
            out.putLong(v);
        }
    }

    /** The 64 bits of a number from 2^63 to 2^64-1. */
    public void bigUnsigned(long bits) {
        out.put(MessagePack.UINT64);
        out.putLong(bits);
    }

    /** A number as Lua has it: an integral one within ±2^53 is written as an integer. */
    public void number(double v) {
        long whole = (long) v;
        if (whole == v && v <= EXACT && v >= -EXACT) {
            integer(whole);
        } else {
            out.put(MessagePack.FLOAT64);
            out.putLong(Double.doubleToLongBits(v));
        }
    }

    public void string(byte[] from, int start, int length) {
        stringHeader(length);
        out.put(from, start, length);
    }

    /** What stands before {@code length} bytes of a string that the caller puts itself. */
    public void stringHeader(int length) {
        if (length < 32) {
            out.put(0xa0 | length);
        } else if (length <= 0xff) {
            out.put(0xd9);
            out.put(length);
        } else {
            head(length <= 0xffff ? 0xda : 0xdb, length, length <= 0xffff ? 2 : 4);
        }
    }

    /** How many bytes {@link #stringHeader} writes. */
    static int stringHeaderLength(int length) {
        if (length < 32) {
            return 1;
        } else if (length <= 0xff) {
            return 2;
        }
        return length <= 0xffff ? 3 : 5;
    }

    /** The values follow. */
    public void listHeader(int size) {
        if (size < 16) {
            out.put(0x90 | size);
        } else {
            head(size <= 0xffff ? 0xdc : 0xdd, size, size <= 0xffff ? 2 : 4);
        }
    }

    /** Keys and values follow in turn. */
    public void mapHeader(int size) {
        if (size < 16) {
            out.put(0x80 | size);
        } else {
            head(size <= 0xffff ? 0xde : 0xdf, size, size <= 0xffff ? 2 : 4);
        }
    }

    /** An extension value; its length takes the form of 32 bits, whatever it is. */
    public void ext(int type, byte[] payload) {
        out.put(0xc9);
        out.putInt(payload.length);
        out.put(type);
        out.put(payload);
    }

    /** A value that is MessagePack already. */
    public void raw(byte[] from, int start, int end) {
        out.put(from, start, end - start);
    }

    private void head(int first, int v, int size) {
        out.put(first);
        if (size == 2) {
            BigEndian.putShort(out.room(2), out.length(), v);
            out.length(out.length() + 2);
        } else {
            out.putInt(v);
        }
    }
}

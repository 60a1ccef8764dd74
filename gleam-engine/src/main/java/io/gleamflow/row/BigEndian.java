package io.gleamflow.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays, highest byte first, and the little-endian length of a frame. */
public final class BigEndian {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private BigEndian() {}

    public static int getUnsignedShort(byte[] from, int at) {
        return (short) SHORT.get(from, at) & 0xffff;
    }

    public static void putShort(byte[] to, int at, int v) {
        SHORT.set(to, at, (short) v);
    }

    public static int getInt(byte[] from, int at) {
        return (int) INT.get(from, at);
    }

    public static void putInt(byte[] to, int at, int v) {
        INT.set(to, at, v);
    }

    public static long getLong(byte[] from, int at) {
        return (long) LONG.get(from, at);
    }

    public static void putLong(byte[] to, int at, long v) {
        LONG.set(to, at, v);
    }

    static long getLittleLong(byte[] from, int at) {
        return (long) LITTLE_LONG.get(from, at);
    }

    public static int getLittleInt(byte[] from, int at) {
        return (int) LITTLE_INT.get(from, at);
    }

    public static void putLittleInt(byte[] to, int at, int v) {
        LITTLE_INT.set(to, at, v);
    }
}

package io.gleamflow.row;

import java.util.Arrays;

/** A byte array that grows: what is written is {@code array()[0 .. length())}. Not thread-safe. */
public final class Bytes {

    private byte[] array;
    private int length;

    public Bytes(int capacity) {
        array = new byte[Math.max(16, capacity)];
    }

    /** The backing array; replaced whenever more room is needed. */
    public byte[] array() {
        return array;
    }

    public int length() {
        return length;
    }

    /** Cuts off, or claims bytes written straight into the array after {@link #room}. */
    public void length(int newLength) {
        length = newLength;
    }

    public void clear() {
        length = 0;
    }

    /** Makes sure that {@code more} bytes fit behind the length, and returns the array to write them to. */
    public byte[] room(int more) {
        int needed = length + more;
        if (needed < 0) {
            throw new IllegalStateException("more than 2 GiB in one buffer");
        }
        if (needed > array.length) {
            array = Arrays.copyOf(array, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, array.length * 2L)));
        }
        return array;
    }

    public void put(int b) {
        room(1)[length++] = (byte) b;
    }

    public void put(byte[] from, int start, int count) {
        System.arraycopy(from, start, room(count), length, count);
        length += count;
    }

    public void put(byte[] from) {
        put(from, 0, from.length);
    }

    /** Writes the characters of a text that is ASCII only. */
    public void putAscii(String text) {
        byte[] to = room(text.length());
        for (int i = 0; i < text.length(); i++) {
            to[length++] = (byte) text.charAt(i);
        }
    }

    public void putInt(int v) {
        room(4);
        BigEndian.putInt(array, length, v);
        length += 4;
    }

    public void putLong(long v) {
        room(8);
        BigEndian.putLong(array, length, v);
        length += 8;
    }

    public byte[] copy() {
        return Arrays.copyOf(array, length);
    }
}

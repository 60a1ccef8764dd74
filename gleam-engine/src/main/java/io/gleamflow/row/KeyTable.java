package io.gleamflow.row;

import java.util.Arrays;

/**
 * Numbers keys in the order they first come. Keys lie one after the other in one byte array, so that the collector sees no
 * object per key, and those that come often, which come early too, lie together. A slot is one int, the number of a key and
 * in the bits that numbers leave free a piece of its hash: so a lookup seldom looks at another key, and the slots of a
 * hundred thousand keys fit into a processor's cache. Open addressing with linear probing, at most five eighths full.
 */
public final class KeyTable {

    private static final int FIRST_SLOTS = 1 << 12;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Bytes keys = new Bytes(1 << 16);
    private int[] ends = new int[room(FIRST_SLOTS) + 1];
    private int[] slots = new int[FIRST_SLOTS];
    private int size;

    /** The number of a key, from 0; a new key gets the next number, {@link #size()} before the call. */
    public int number(byte[] key, int start, int end) {
        int hash = hash(key, start, end);
        int mask = slots.length - 1;
        int at = hash & mask;
        int slot = slots[at];
        while (slot != 0) {
            // below the mask lies a number, above it a piece of the hash
            if (((slot ^ hash) & ~mask) == 0 && isKey((slot & mask) - 1, key, start, end)) {
                return (slot & mask) - 1;
            }
            at = at + 1 & mask;
            slot = slots[at];
        }
        slots[at] = hash & ~mask | size + 1;
        keys.put(key, start, end - start);
        ends[++size] = keys.length();
        if (size >= room(slots.length)) {
            grow();
        }
        return size - 1;
    }

    /** How many keys so many slots have room for. */
    private static int room(int slots) {
        return slots / 8 * 5;
    }

    private boolean isKey(int number, byte[] key, int start, int end) {
        int from = ends[number];
        int length = end - start;
        if (ends[number + 1] - from != length) {
            return false;
        }
        byte[] bytes = keys.array();
        int whole = length & -Long.BYTES;
        for (int i = 0; i < whole; i += Long.BYTES) {
            if (BigEndian.getLong(bytes, from + i) != BigEndian.getLong(key, start + i)) {
                return false;
            }
        }
        return rest(bytes, from + whole, from + length) == rest(key, start + whole, end);
    }

    /** Fewer than eight bytes as a number: read at once, with whatever lies behind them, where there is so much. */
    private static long rest(byte[] from, int start, int end) {
        if (start == end) {
            return 0;
        }
        if (start + Long.BYTES <= from.length) {
            return BigEndian.getLong(from, start) >>> Long.SIZE - Byte.SIZE * (end - start);
        }
        long rest = 0;
        for (int i = start; i < end; i++) {
            rest = rest << Byte.SIZE | from[i] & 0xff;
        }
        return rest;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int i = 0; i < size; i++) {
            int hash = hash(keys.array(), ends[i], ends[i + 1]);
            int at = hash & mask;
            while (larger[at] != 0) {
                at = at + 1 & mask;
            }
            larger[at] = hash & ~mask | i + 1;
        }
        slots = larger;
        ends = Arrays.copyOf(ends, room(slots.length) + 1);
    }

    public int size() {
        return size;
    }

    /** The array all keys lie in; replaced when it grows. */
    public byte[] bytes() {
        return keys.array();
    }

    public int start(int number) {
        return ends[number];
    }

    public int end(int number) {
        return ends[number + 1];
    }

    /** Bytes that the keys in the table need, about: the arrays may be larger and stay so. */
    public long memory() {
        return keys.length() + 12L * size;
    }

    public void clear() {
        keys.clear();
        Arrays.fill(slots, 0);
        size = 0;
    }

    /** Eight bytes at a time, multiplied and folded; the same on every machine. */
    public static int hash(byte[] key, int start, int end) {
        long h = (long) end - start;
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            h = (h ^ BigEndian.getLong(key, at)) * MULTIPLIER;
            h ^= h >>> 32;
        }
        h = (h ^ rest(key, at, end)) * MULTIPLIER;
        return (int) (h ^ h >>> 32);
    }
}

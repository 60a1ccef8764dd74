package io.gleamflow.row;

import java.util.Arrays;

/**
 * Numbers keys in the order they first come. Keys lie one after the other in one byte array, and a slot is one long (hash
 * and number), so that a lookup touches two places in memory and the collector sees no object per key. Open addressing
 * with linear probing, at most half full.
 */
public final class KeyTable {

    private static final int FIRST_SLOTS = 1 << 12;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Bytes keys = new Bytes(1 << 16);
    private int[] ends = new int[FIRST_SLOTS / 2 + 1];
    private long[] slots = new long[FIRST_SLOTS];
    private int size;

    /** The number of a key, from 0; a new key gets the next number, {@link #size()} before the call. */
    public int number(byte[] key, int start, int end) {
        int hash = hash(key, start, end);
        int mask = slots.length - 1;
        int at = hash & mask;
        while (slots[at] != 0) {
            int number = (int) slots[at] - 1;
            if ((int) (slots[at] >>> 32) == hash && isKey(number, key, start, end)) {
                return number;
            }
            at = at + 1 & mask;
        }
        slots[at] = (long) hash << 32 | size + 1;
        keys.put(key, start, end - start);
        ends[++size] = keys.length();
        if (size * 2 >= slots.length) {
            grow();
        }
        return size - 1;
    }

    private boolean isKey(int number, byte[] key, int start, int end) {
        int from = ends[number];
        int length = ends[number + 1] - from;
        return length == end - start && Arrays.equals(keys.array(), from, from + length, key, start, end);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long slot : old) {
            if (slot != 0) {
                int at = (int) (slot >>> 32) & mask;
                while (slots[at] != 0) {
                    at = at + 1 & mask;
                }
                slots[at] = slot;
            }
        }
        ends = Arrays.copyOf(ends, slots.length / 2 + 1);
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
        return keys.length() + 20L * size;
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
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 8 | key[at] & 0xff;
        }
        h = (h ^ rest) * MULTIPLIER;
        return (int) (h ^ h >>> 32);
    }
}

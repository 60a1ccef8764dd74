package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;

/** Numbers as text, without a String for each. */
final class Digits {

    private Digits() {}

    /** A number from 0 on, as short as it is. */
    static void put(long number, Bytes out) {
        int width = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            width++;
        }
        put(number, width, out);
    }

    /** The last {@code width} digits, with zeros before them. */
    static void put(long number, int width, Bytes out) {
        byte[] array = out.room(width);
        int start = out.length();
        long rest = number;
        for (int i = start + width - 1; i >= start; i--) {
            array[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        out.length(start + width);
    }
}

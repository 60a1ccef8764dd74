package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.SplittableRandom;

/** A key of ten letters and digits, the number of the record, and filler: a hundred bytes with the end of the line. */
final class SortRecords implements Records {

    private static final int KEY = 10;
    private static final int NUMBER = 32;
    private static final int FILLER = 55;
    private static final byte[] SIGNS = new byte[64];

    static {
        for (int i = 0; i < SIGNS.length; i++) {
            SIGNS[i] = (byte) "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".charAt(i);
        }
    }

    private final SplittableRandom random;

    SortRecords(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public void next(long row, Bytes out) {
        long bits = random.nextLong();
        byte[] array = out.room(KEY);
        int start = out.length();
        for (int i = 0; i < KEY; i++) {
            array[start + i] = SIGNS[(int) (bits >>> 6 * i) & 63];
        }
        out.length(start + KEY);
        out.put(' ');
        Digits.put(row, NUMBER, out);
        out.put(' ');
        byte letter = (byte) ('A' + row % 26);
        byte[] filled = out.room(FILLER);
        int from = out.length();
        for (int i = 0; i < FILLER; i++) {
            filled[from + i] = letter;
        }
        out.length(from + FILLER);
        out.put('\n');
    }
}

package io.gleamflow.benchmarks.data;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Frames as they stand on the wire: a text of four to twelve letters and a number below a million. */
final class Pairs implements Records {

    private static final int PREFIX = 4;
    private static final int LONGEST = 12;

    private final SplittableRandom random;
    private final byte[] word = new byte[LONGEST];
    private @Nullable ValueWriter values;

    Pairs(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public void next(long row, Bytes out) {
        if (values == null) {
            values = new ValueWriter(out);
        }
        int start = out.length();
        out.putInt(0);
        long bits = random.nextLong();
        int length = PREFIX + (int) (bits >>> 61) + (int) (bits & 1);
        for (int i = 0; i < length; i++) {
            bits >>>= 4;
            word[i] = (byte) ('a' + (bits & 15));
        }
        values.string(word, 0, length);
        values.integer(random.nextInt(1_000_000));
        BigEndian.putLittleInt(out.array(), start, out.length() - start - PREFIX);
    }
}

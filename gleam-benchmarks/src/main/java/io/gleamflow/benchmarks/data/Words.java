package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Texts in one array, to be copied from there. */
final class Words {

    private final byte[] letters;
    private final int[] starts;

    Words(Iterable<String> words) {
        Bytes all = new Bytes(1 << 12);
        int[] ends = new int[16];
        int size = 0;
        for (String word : words) {
            all.put(word.getBytes(StandardCharsets.UTF_8));
            if (++size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
            }
            ends[size] = all.length();
        }
        letters = all.copy();
        starts = Arrays.copyOf(ends, size + 1);
    }

    int size() {
        return starts.length - 1;
    }

    void put(int word, Bytes out) {
        out.put(letters, starts[word], starts[word + 1] - starts[word]);
    }
}

package io.gleamflow.benchmarks;

import io.gleamflow.row.Batch;
import io.gleamflow.row.BatchBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Rows like those of a word count: a short text and a small number. */
final class Rows {

    private static final int LONGEST = 12;
    private static final int LARGEST = 1000;

    private Rows() {}

    /** Always the same for the same arguments. */
    static Batch words(int rows, long seed) {
        Random random = new Random(seed);
        BatchBuilder batch = new BatchBuilder();
        for (int i = 0; i < rows; i++) {
            byte[] word = word(random).getBytes(StandardCharsets.US_ASCII);
            batch.values().string(word, 0, word.length);
            batch.values().integer(random.nextInt(LARGEST));
            batch.endRow();
        }
        return batch.take();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(LONGEST); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}

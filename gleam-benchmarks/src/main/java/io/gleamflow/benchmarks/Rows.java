package io.gleamflow.benchmarks;

import io.gleamflow.row.Batch;
import io.gleamflow.row.BatchBuilder;
import io.gleamflow.row.RowSink;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Rows like those of a word count: a short text and a small number. Always the same for the same arguments. */
final class Rows {

    private static final int LONGEST = 12;
    private static final int LARGEST = 1000;
    private static final int VOCABULARY = 50_000;

    private Rows() {}

    /** Words of which hardly any comes twice. */
    static Batch words(int rows, long seed) {
        Random random = new Random(seed);
        BatchBuilder batch = new BatchBuilder();
        for (int i = 0; i < rows; i++) {
            add(word(random), random.nextInt(LARGEST), batch);
        }
        return batch.take();
    }

    /** Words of which some are frequent and most are rare, each with the number one. */
    static Batch frequent(int rows, long seed) {
        Random random = new Random(seed);
        String[] vocabulary = new String[VOCABULARY];
        for (int i = 0; i < VOCABULARY; i++) {
            vocabulary[i] = word(random);
        }
        BatchBuilder batch = new BatchBuilder();
        for (int i = 0; i < rows; i++) {
            add(vocabulary[(int) Math.pow(VOCABULARY, random.nextDouble()) - 1], 1, batch);
        }
        return batch.take();
    }

    /** Texts of numbers below a limit; without one, each number once. */
    static Batch numbered(int rows, int limit, long seed) {
        Random random = new Random(seed);
        BatchBuilder batch = new BatchBuilder();
        for (int i = 0; i < rows; i++) {
            add(String.valueOf(10_000_000 + (limit == 0 ? i : random.nextInt(limit))), random.nextInt(LARGEST), batch);
        }
        return batch.take();
    }

    /** Hands all rows to a sink and ends it. */
    static void feed(Batch batch, RowSink sink) {
        for (int i = 0; i < batch.size(); i++) {
            sink.row(batch.bytes(), batch.rowStart(i), batch.rowEnd(i));
        }
        sink.end();
    }

    private static void add(String word, int number, BatchBuilder batch) {
        byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
        batch.values().string(letters, 0, letters.length);
        batch.values().integer(number);
        batch.endRow();
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(LONGEST); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}

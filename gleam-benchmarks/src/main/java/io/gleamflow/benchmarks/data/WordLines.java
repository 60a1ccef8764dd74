package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Lines of a dozen words, with commas and full stops as in prose. The frequent words are short. */
final class WordLines implements Records {

    private static final int VOCABULARY = 200_000;
    private static final String[] SYLLABLES = {
        "a", "be", "co", "di", "e", "fu", "ga", "ho", "in", "ja", "ke", "lo", "mi", "ne", "on", "pe", "qua", "ri", "so",
        "te", "un", "ver", "wo", "xi", "ya", "zu", "st", "ant", "ing", "tion", "ment", "er"
    };

    private final SplittableRandom random;
    private final Words words;
    private final Zipf zipf;

    WordLines(SplittableRandom random) {
        this.random = random;
        words = new Words(vocabulary(random));
        zipf = new Zipf(random, words.size());
    }

    private static Set<String> vocabulary(SplittableRandom random) {
        Set<String> all = new LinkedHashSet<>();
        while (all.size() < VOCABULARY) {
            int syllables = 1 + random.nextInt(1 + Math.min(4, 32 - Integer.numberOfLeadingZeros(all.size() / 16)));
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            if (random.nextInt(64) == 0) {
                word.append(random.nextInt(2000));
            }
            all.add(word.toString());
        }
        return all;
    }

    @Override
    public void next(long row, Bytes out) {
        long chance = random.nextLong();
        int count = 8 + (int) (chance & 7);
        for (int i = 0; i < count; i++) {
            chance >>>= 3;
            words.put(zipf.next(), out);
            if ((chance & 7) == 0) {
                out.put(',');
            }
            if (i + 1 < count) {
                out.put(' ');
            }
        }
        out.put('.');
        out.put('\n');
    }
}

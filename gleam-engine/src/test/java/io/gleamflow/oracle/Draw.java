package io.gleamflow.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Chance that is the same for the same seed, and names that are used once. */
final class Draw {

    private final Random random;
    private int names;

    Draw(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True once in so many times. */
    boolean once(int in) {
        return below(in) == 0;
    }

    double gaussian() {
        return random.nextGaussian();
    }

    long number() {
        return random.nextLong();
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    /** Some, each once, in any order. */
    <T> List<T> some(List<T> choices, int count) {
        List<T> all = new ArrayList<>(choices);
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, Math.min(count, all.size())));
    }

    /** Some of the columns 0 to {@code width - 1}, seldom more than two. */
    List<Integer> columns(int width) {
        return some(IntStream.range(0, width).boxed().toList(), once(3) ? between(1, 3) : 1);
    }

    String fresh(String start) {
        return start + ++names;
    }
}

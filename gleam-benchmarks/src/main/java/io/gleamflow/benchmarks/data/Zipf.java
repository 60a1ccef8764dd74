package io.gleamflow.benchmarks.data;

import java.util.SplittableRandom;

/**
 * Draws numbers of which the first is the most frequent and the n-th about n times as rare. By Walker's and Vose's method of
 * aliases, a number costs the same however many there are.
 */
final class Zipf {

    private final SplittableRandom random;

    /** For each column: below this it is itself, and above it is the alias. */
    private final int[] limits;

    private final int[] aliases;

    /** @param size how many numbers there are, from 0 on */
    Zipf(SplittableRandom random, int size) {
        this.random = random;
        limits = new int[size];
        aliases = new int[size];
        double sum = 0;
        for (int i = 1; i <= size; i++) {
            sum += 1.0 / i;
        }
        double[] share = new double[size];
        int[] order = new int[size];
        int small = 0;
        int large = size;
        for (int i = 0; i < size; i++) {
            share[i] = size / sum / (i + 1);
            order[share[i] < 1 ? small++ : --large] = i;
        }
        while (small > 0 && large < size) {
            int less = order[--small];
            int more = order[large];
            limits[less] = (int) (share[less] * Integer.MAX_VALUE);
            aliases[less] = more;
            share[more] -= 1 - share[less];
            if (share[more] < 1) {
                large++;
                order[small++] = more;
            }
        }
        // what is left is full but for rounding
        while (small > 0) {
            full(order[--small]);
        }
        while (large < size) {
            full(order[large++]);
        }
    }

    private void full(int number) {
        limits[number] = Integer.MAX_VALUE;
        aliases[number] = number;
    }

    int next() {
        long bits = random.nextLong();
        int column = (int) ((bits >>> 32) * limits.length >>> 32);
        return ((int) bits & Integer.MAX_VALUE) < limits[column] ? column : aliases[column];
    }
}

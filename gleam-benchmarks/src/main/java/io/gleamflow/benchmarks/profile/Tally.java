package io.gleamflow.benchmarks.profile;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** How much there is of each name. */
final class Tally {

    private final Map<String, Long> amounts = new HashMap<>();
    private long additions;

    void add(String name, long amount) {
        amounts.merge(name, amount, Long::sum);
        additions++;
    }

    /** The sum of all amounts. */
    long sum() {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The greatest amounts, in percent of {@code whole}. */
    void print(PrintStream out, String title, long whole, int lines) {
        out.println();
        out.printf("-- %s (%d samples)%n", title, additions);
        amounts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(lines)
                .forEach(each -> out.printf("%5.1f %%  %s%n", 100.0 * each.getValue() / whole, each.getKey()));
    }
}

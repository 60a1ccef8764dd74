package io.gleamflow.oracle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What must be in a file of frames. */
sealed interface Expected {

    /** What is wrong with the rows of the file, if anything. */
    Optional<String> mismatch(List<List<V>> rows);

    /** These rows, byte for byte. */
    record Exact(List<List<V>> rows) implements Expected {
        @Override
        public Optional<String> mismatch(List<List<V>> actual) {
            return difference(rows, actual);
        }
    }

    /**
     * Some of these rows, in their order.
     *
     * @param count how many there are of each key, or all; empty when only chance knows
     * @param keys empty when there are none
     */
    record Sample(Table rows, OptionalInt count, List<Integer> keys) implements Expected {
        @Override
        public Optional<String> mismatch(List<List<V>> actual) {
            int next = 0;
            for (List<V> row : rows.rows()) {
                if (next < actual.size() && same(row, actual.get(next))) {
                    next++;
                }
            }
            if (next < actual.size()) {
                return Optional.of("row " + (next + 1) + " of the sample is not among the rows that are left: "
                        + actual.get(next));
            }
            Table sample = rows.with(actual);
            return keys.isEmpty()
                    ? wrongCount(rows.rows(), actual)
                    : rows.byKey(keys).entrySet().stream()
                            .flatMap(entry ->
                                    wrongCount(
                                            entry.getValue(),
                                            sample.byKey(keys).getOrDefault(entry.getKey(), List.of()))
                                            .stream())
                            .findFirst();
        }

        private Optional<String> wrongCount(List<List<V>> all, List<List<V>> some) {
            int wanted = Math.min(count.orElse(some.size()), all.size());
            return some.size() == wanted
                    ? Optional.empty()
                    : Optional.of(some.size() + " rows in a sample of " + wanted + " of " + all.size());
        }
    }

    /** These rows in any order, but those of a key in theirs. */
    record Shards(Table rows, List<Integer> keys) implements Expected {
        @Override
        public Optional<String> mismatch(List<List<V>> actual) {
            Map<List<V>, List<List<V>>> wanted = rows.byKey(keys);
            Map<List<V>, List<List<V>>> got = rows.with(actual).byKey(keys);
            if (!wanted.keySet().equals(got.keySet())) {
                return Optional.of("other keys: " + got.keySet() + " for " + wanted.keySet());
            }
            return wanted.entrySet().stream()
                    .flatMap(
                            entry -> difference(entry.getValue(), got.getOrDefault(entry.getKey(), List.of())).stream())
                    .findFirst();
        }
    }

    private static Optional<String> difference(List<List<V>> wanted, List<List<V>> actual) {
        for (int i = 0; i < Math.max(wanted.size(), actual.size()); i++) {
            if (i >= actual.size() || i >= wanted.size() || !same(wanted.get(i), actual.get(i))) {
                return Optional.of("%d rows for %d; row %d%n  is     %s%n  not    %s"
                        .formatted(
                                actual.size(),
                                wanted.size(),
                                i + 1,
                                i < actual.size() ? actual.get(i) : "missing",
                                i < wanted.size() ? wanted.get(i) : "there"));
            }
        }
        return Optional.empty();
    }

    private static boolean same(List<V> x, List<V> y) {
        return Arrays.equals(FramesFile.write(List.of(x)), FramesFile.write(List.of(y)));
    }
}

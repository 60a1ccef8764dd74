package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How rows change shards between two stages. Column indexes count from 0. */
public sealed interface Exchange {

    /** Shard i to shard i. */
    record Forward() implements Exchange {}

    /** All shards, in order, into one. */
    record Gather() implements Exchange {}

    /**
     * Rows in order; each shard has a range of the keys.
     *
     * @param columns none means the whole row
     * @param step the one that asks for an order; empty when equal keys only have to come together
     * @param keys how many of the first columns keep rows together, all ascending; with 0 all columns do
     */
    record Range(List<Integer> columns, List<Boolean> descending, Optional<Head> step, int keys) implements Exchange {
        public Range {
            columns = List.copyOf(columns);
            descending = List.copyOf(descending);
            if (columns.size() != descending.size()) {
                throw new IllegalArgumentException("a direction for each column");
            }
        }

        /** Equal keys come together, lower ones first; no columns mean the whole row. */
        static Range ascending(List<Integer> columns) {
            return new Range(columns, columns.stream().map(column -> false).toList(), Optional.empty(), 0);
        }

        /** The order of the first {@code count} columns. */
        static Range ofFirst(int count) {
            return ascending(IntStream.range(0, count).boxed().toList());
        }
    }

    /** Rows with equal keys to the same shard, in the order they have. */
    record Hash(List<Integer> columns) implements Exchange {
        public Hash {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Contiguous pieces of about as many rows, of all but some rows.
     *
     * @param skip how many of the first rows are left out
     * @param most how many rows there are then at most
     * @param step the one that leaves rows out
     */
    record Cut(long skip, long most, Optional<Head> step) implements Exchange {

        /** Of all rows. */
        static Cut all() {
            return new Cut(0, Long.MAX_VALUE, Optional.empty());
        }
    }

    /** One row to each shard in turn. */
    record Deal() implements Exchange {}
}

package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import java.util.List;
import java.util.Optional;

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
     * @param sort the step that asks for the order, or empty when a reduction needs it
     */
    record Range(List<Integer> columns, List<Boolean> descending, Optional<Head> sort) implements Exchange {
        public Range {
            columns = List.copyOf(columns);
            descending = List.copyOf(descending);
            if (columns.size() != descending.size()) {
                throw new IllegalArgumentException("a direction for each column");
            }
        }
    }

    /** Rows with equal keys to the same shard, in the order they have. */
    record Hash(List<Integer> columns) implements Exchange {
        public Hash {
            columns = List.copyOf(columns);
        }
    }

    /** Contiguous pieces of about as many rows. */
    record Cut() implements Exchange {}
}

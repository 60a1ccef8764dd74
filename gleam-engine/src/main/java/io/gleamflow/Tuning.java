package io.gleamflow;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What makes a run faster or smaller and never changes a result.
 *
 * @param partitions into how many shards data is divided; wins over what the descriptor says of sources
 * @param memory bytes the engine may use for rows that are sorted or wait; the rest is kept on disk. Empty means 128 MiB or
 *     a quarter of the heap, whichever is less
 */
public record Tuning(OptionalInt partitions, OptionalLong memory) {

    /** As the descriptor says, or else as the machine is. */
    public static final Tuning NONE = new Tuning(OptionalInt.empty(), OptionalLong.empty());

    public static Tuning partitions(int shards) {
        return new Tuning(OptionalInt.of(shards), OptionalLong.empty());
    }
}

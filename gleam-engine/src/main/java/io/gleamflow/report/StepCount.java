package io.gleamflow.report;

import io.gleamflow.problem.Place;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many rows came to a step, or the part of it that a stage has, and left it, on one shard.
 *
 * @param step where it stands in the descriptor
 * @param in empty when nobody has counted them, as of a source
 * @param out empty when nobody has counted them, as between programs that are joined by a pipe
 * @param partners of a join
 */
public record StepCount(Place step, OptionalLong in, OptionalLong out, Optional<Partners> partners) {

    /**
     * How many rows of a join have found a partner. At least so many: a side is not read on when nothing can come of it.
     *
     * @param paired left rows with a partner
     * @param left left rows without one
     * @param right right rows without one
     */
    public record Partners(long paired, long left, long right) {

        /** Those of two shards, or runs. */
        public Partners plus(Partners other) {
            return new Partners(paired + other.paired, left + other.left, right + other.right);
        }
    }
}

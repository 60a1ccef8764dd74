package io.gleamflow;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What makes a run faster or smaller, or ends it, or lets people look into it, and never changes a result.
 *
 * @param partitions into how many shards data is divided; wins over what the descriptor says of sources
 * @param memory bytes the engine may use for rows that are sorted or wait; the rest is kept on disk. Empty means 128 MiB or
 *     a quarter of the heap, whichever is less
 * @param timeout how long a run may last before it fails; for ever when empty
 * @param stageTimeout how long a task of a stage may last before the run fails, if no step of it has a timeout of its own
 * @param keepWork whether the directory in which a run works stays when it has ended; scripts with the values of parameters,
 *     also of secret ones, are in it. The next build that runs a flow removes it; each {@link SharedLock} is of one build, and
 *     so is a run without
 */
public record Tuning(
        OptionalInt partitions,
        OptionalLong memory,
        Optional<Duration> timeout,
        Optional<Duration> stageTimeout,
        boolean keepWork) {

    /** As the descriptor says, or else as the machine is. */
    public static final Tuning NONE = new Tuning(OptionalInt.empty(), OptionalLong.empty(), Optional.empty());

    /** With no timeout but that of the run. */
    public Tuning(OptionalInt partitions, OptionalLong memory, Optional<Duration> timeout) {
        this(partitions, memory, timeout, Optional.empty(), false);
    }

    /** Without a timeout. */
    public Tuning(OptionalInt partitions, OptionalLong memory) {
        this(partitions, memory, Optional.empty());
    }

    public static Tuning partitions(int shards) {
        return new Tuning(OptionalInt.of(shards), OptionalLong.empty());
    }
}

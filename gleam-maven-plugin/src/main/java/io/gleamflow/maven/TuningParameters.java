package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.ByteSize;
import io.gleamflow.flow.TimeSpan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The parameters {@code partitions}, {@code memory} and those of times. */
final class TuningParameters {

    private static final long MEMORY = 128L << 20;

    private TuningParameters() {}

    static Tuning of(@Nullable Integer partitions, @Nullable String memory, @Nullable String timeout)
            throws MojoFailureException {
        if (partitions != null && partitions < 1) {
            throw new MojoFailureException("gleam.partitions is " + partitions + "; it must be 1 or more");
        }
        OptionalLong bytes = memory == null ? OptionalLong.empty() : ByteSize.parse(memory);
        if (memory != null && bytes.isEmpty()) {
            throw new MojoFailureException("gleam.memory is " + memory + "; write a size such as 256mb");
        }
        OptionalInt shards = partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions);
        return new Tuning(shards, bytes, time("gleam.timeout", timeout));
    }

    /** A time that a property says; none when it says nothing. */
    static Optional<Duration> time(String property, @Nullable String text) throws MojoFailureException {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Duration> span = TimeSpan.parse(text).filter(time -> !time.isZero());
        if (span.isEmpty()) {
            throw new MojoFailureException(property + " is " + text + "; write a time such as 10m");
        }
        return span;
    }

    /** For one of several flows that run at a time, which share the memory of one. */
    static Tuning shared(Tuning tuning, int flows) {
        if (flows == 1) {
            return tuning;
        }
        long all = tuning.memory().orElse(Math.min(MEMORY, Runtime.getRuntime().maxMemory() / 4));
        return new Tuning(
                tuning.partitions(),
                OptionalLong.of(all / flows),
                tuning.timeout(),
                tuning.stageTimeout(),
                tuning.keepWork());
    }
}

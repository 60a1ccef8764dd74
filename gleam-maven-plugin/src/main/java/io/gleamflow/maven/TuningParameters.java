package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.ByteSize;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The parameters {@code partitions} and {@code memory}. */
final class TuningParameters {

    private TuningParameters() {}

    static Tuning of(@Nullable Integer partitions, @Nullable String memory) throws MojoFailureException {
        if (partitions != null && partitions < 1) {
            throw new MojoFailureException("gleam.partitions is " + partitions + "; it must be 1 or more");
        }
        OptionalLong bytes = memory == null ? OptionalLong.empty() : ByteSize.parse(memory);
        if (memory != null && bytes.isEmpty()) {
            throw new MojoFailureException("gleam.memory is " + memory + "; write a size such as 256mb");
        }
        return new Tuning(partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions), bytes);
    }
}

package io.gleamflow.local;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.plan.Body;
import io.gleamflow.plan.Operation;
import io.gleamflow.wire.Frames;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a worker must be like to take a task.
 *
 * @param memory bytes of its heap
 */
public record WorkerKind(LuaRuntime runtime, long memory) {

    /** Bytes of heap when no step asks for more. */
    private static final long USUAL = 64L << 20;

    /** For a chain: the step that wants the most decides. */
    static WorkerKind of(Body.Chain chain) {
        long memory = USUAL;
        for (Operation operation : chain.operations()) {
            memory = Math.max(memory, operation.head().memory().orElse(0));
        }
        return new WorkerKind(chain.runtime(), memory);
    }

    /** Written out: what the compiler leaves to the first call takes long, and every run asks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkerKind kind && runtime == kind.runtime && memory == kind.memory;
    }

    @Override
    public int hashCode() {
        return 31 * runtime.hashCode() + Long.hashCode(memory);
    }

    /** The most bytes a row may have. */
    int longestRow() {
        return Frames.longestRow(OptionalLong.of(memory));
    }
}

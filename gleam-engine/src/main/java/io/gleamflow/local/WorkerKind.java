package io.gleamflow.local;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.plan.Body;
import io.gleamflow.wire.Frames;
import java.util.OptionalLong;

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
        long asked = chain.operations().stream()
                .mapToLong(operation -> operation.head().memory().orElse(0))
                .max()
                .orElse(0);
        return new WorkerKind(chain.runtime(), Math.max(USUAL, asked));
    }

    /** The most bytes a row may have. */
    int longestRow() {
        return Frames.longestRow(OptionalLong.of(memory));
    }
}

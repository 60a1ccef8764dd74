package io.gleamflow.flow;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Options for every step that does not say otherwise.
 *
 * @param partitions into how many shards datasets are divided; never changes a result
 * @param runtime of Lua
 * @param asked the runtime asked for from outside; wins over what steps say
 * @param memory in bytes; steps have it in their {@link Head} already
 * @param onDisk likewise
 * @param onError likewise
 * @param timeout likewise
 * @param launching what steps with programs have in their {@link Launching} already
 */
public record Defaults(
        OptionalInt partitions,
        Optional<LuaRuntime> runtime,
        Optional<LuaRuntime> asked,
        OptionalLong memory,
        boolean onDisk,
        OnError onError,
        Optional<Duration> timeout,
        Launching launching) {

    public static final Defaults NONE = new Defaults(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            false,
            OnError.fail(),
            Optional.empty(),
            Launching.PLAIN);

    /** The same for steps that get the rows others reject, and reject none themselves unless they say so. */
    public Defaults withoutRejects() {
        return onError instanceof OnError.Reject
                ? new Defaults(partitions, runtime, asked, memory, onDisk, OnError.fail(), timeout, launching)
                : this;
    }

    /** What runs the Lua of a step. */
    public LuaRuntime runtimeOf(Head step) {
        if (asked.isPresent()) {
            return asked.get();
        }
        return step.runtime().isPresent() ? step.runtime().get() : runtime.orElse(LuaRuntime.LUAJ);
    }
}

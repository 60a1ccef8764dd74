package io.gleamflow.flow;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Options for every step that does not say otherwise.
 *
 * @param partitions into how many shards datasets are divided; never changes a result
 * @param runtime of Lua
 */
public record Defaults(OptionalInt partitions, Optional<LuaRuntime> runtime) {

    public static final Defaults NONE = new Defaults(OptionalInt.empty(), Optional.empty());

    /** What runs the Lua of a step. */
    public LuaRuntime runtimeOf(Head step) {
        return step.runtime().or(this::runtime).orElse(LuaRuntime.LUAJ);
    }
}

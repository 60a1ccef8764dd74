package io.gleamflow.run;

import io.gleamflow.flow.LuaRuntime;
import java.util.Optional;

/**
 * Which Lua runs the scripts of flows; it never changes a result.
 *
 * @param runtime asked for from outside; wins over what flows say
 * @param luajit the program, a name to be found on the path or a path
 */
public record LuaChoice(Optional<LuaRuntime> runtime, String luajit) {

    /** What flows say, with the {@code luajit} on the path. */
    public static final LuaChoice DEFAULT = new LuaChoice(Optional.empty(), "luajit");
}

package io.gleamflow;

import io.gleamflow.flow.LuaRuntime;
import java.util.Optional;

/**
 * Which Lua runs the scripts of flows; it never changes a result.
 *
 * @param runtime asked for from outside; wins over what flows say
 * @param luajit the program, a name to be found on the path or a path
 * @param archive whether workers on the JVM may start from an archive of their classes, which is kept in the cache directory of
 *     the user
 */
public record LuaChoice(Optional<LuaRuntime> runtime, String luajit, boolean archive) {

    /** What flows say, with the {@code luajit} on the path. */
    public static final LuaChoice DEFAULT = new LuaChoice(Optional.empty(), "luajit");

    /** One with an archive. */
    public LuaChoice(Optional<LuaRuntime> runtime, String luajit) {
        this(runtime, luajit, true);
    }
}

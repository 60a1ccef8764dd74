package io.gleamflow.maven;

import io.gleamflow.LuaChoice;
import io.gleamflow.flow.LuaRuntime;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The parameters {@code runtime}, {@code luajit} and {@code classArchive}. */
final class LuaParameters {

    private LuaParameters() {}

    static LuaChoice of(@Nullable String runtime, String luajit, boolean classArchive) throws MojoFailureException {
        if (runtime == null) {
            return new LuaChoice(Optional.empty(), luajit, classArchive);
        }
        Optional<LuaRuntime> known = LuaRuntime.named(runtime);
        if (known.isEmpty()) {
            throw new MojoFailureException("gleam.runtime is " + runtime + "; there are luaj and luajit");
        }
        return new LuaChoice(known, luajit, classArchive);
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.LuaRuntime;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a descriptor lies and what it may refer to.
 *
 * @param directory of the descriptor; Lua files are relative to it
 * @param out what <code>${out}</code> means
 * @param runtime of Lua, when it is asked for from outside
 * @param given values of parameters that win over the descriptor's; those that no flow declares do nothing
 * @param properties by their names, such as {@code project.build.directory}
 * @param environment for <code>${env.X}</code>
 */
public record Surroundings(
        Path directory,
        Path out,
        Optional<LuaRuntime> runtime,
        Map<String, Given> given,
        Map<String, String> properties,
        Map<String, String> environment) {

    public Surroundings {
        given = Map.copyOf(given);
        properties = Map.copyOf(properties);
        environment = Map.copyOf(environment);
    }

    /** A parameter's value from outside, and where it is from in the user's words. */
    public record Given(String value, String origin) {}
}

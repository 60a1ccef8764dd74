package io.gleamflow.descriptor;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a descriptor lies and what it may refer to.
 *
 * @param directory of the descriptor; Lua files are relative to it
 * @param out what <code>${out}</code> means
 * @param given values of parameters that win over the descriptor's; those that no flow declares do nothing
 * @param properties by their names, such as {@code project.build.directory}
 * @param environment for <code>${env.X}</code>
 */
public record Surroundings(
        Path directory,
        Path out,
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

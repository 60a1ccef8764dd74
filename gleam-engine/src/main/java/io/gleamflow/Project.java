package io.gleamflow;

import io.gleamflow.run.LuaChoice;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where flows live and what they may refer to.
 *
 * @param baseDirectory data paths are relative to it
 * @param outputDirectory what {@code ${out}} means
 * @param buildDirectory of the project; state and work go to {@code gleam} below it, and files below it may be made later
 * @param params values of parameters that win over the descriptor, with a word on where they come from
 * @param lua which Lua runs scripts
 * @param properties what {@code ${project.build.directory}} and the like mean; the environment is not in it
 */
public record Project(
        Path baseDirectory,
        Path outputDirectory,
        Path buildDirectory,
        LuaChoice lua,
        Map<String, Given> params,
        Map<String, String> properties) {

    public Project {
        params = Map.copyOf(params);
        properties = Map.copyOf(properties);
    }

    /** A parameter given outside of the descriptor, such as {@code -Dgleam.param.size}. */
    public record Given(String value, String origin) {}
}

package io.gleamflow;

import io.gleamflow.run.Programs;
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
 * @param programs what programs of steps find where they are started
 * @param properties what {@code ${project.build.directory}} and the like mean; the environment is not in it
 */
public record Project(
        Path baseDirectory,
        Path outputDirectory,
        Path buildDirectory,
        LuaChoice lua,
        Map<String, Given> params,
        Map<String, String> properties,
        Programs programs) {

    public Project {
        params = Map.copyOf(params);
        properties = Map.copyOf(properties);
    }

    /** One whose programs find what they find as usual. */
    public Project(
            Path baseDirectory,
            Path outputDirectory,
            Path buildDirectory,
            LuaChoice lua,
            Map<String, Given> params,
            Map<String, String> properties) {
        this(baseDirectory, outputDirectory, buildDirectory, lua, params, properties, Programs.PLAIN);
    }

    /**
     * A project as Maven would see it that has nothing of its own in the POM: {@code target} is its build directory, {@code
     * ${out}} is {@code target/generated-resources/gleam}, and the properties are those of these directories.
     *
     * @param baseDirectory absolute, or relative to the directory the JVM was started in
     */
    public static Project at(Path baseDirectory) {
        Path base = baseDirectory.toAbsolutePath().normalize();
        Path build = base.resolve("target");
        Map<String, String> properties = Map.of(
                "basedir", base.toString(),
                "project.basedir", base.toString(),
                "project.build.directory", build.toString());
        Path out = build.resolve("generated-resources").resolve("gleam");
        return new Project(base, out, build, LuaChoice.DEFAULT, Map.of(), properties);
    }

    /** The same with another {@code ${out}}. */
    public Project writingTo(Path directory) {
        return new Project(baseDirectory, directory, buildDirectory, lua, params, properties, programs);
    }

    /** The same with these parameters alone. */
    public Project with(Map<String, Given> given) {
        return new Project(baseDirectory, outputDirectory, buildDirectory, lua, given, properties, programs);
    }

    /** The same with another Lua. */
    public Project with(LuaChoice choice) {
        return new Project(baseDirectory, outputDirectory, buildDirectory, choice, params, properties, programs);
    }

    /** A parameter given outside of the descriptor, such as {@code -Dgleam.param.size}. */
    public record Given(String value, String origin) {}
}

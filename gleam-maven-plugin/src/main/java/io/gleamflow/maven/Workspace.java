package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.SharedLock;
import io.gleamflow.run.Programs;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Maven project as the engine sees it.
 *
 * @param baseDirectory data paths are relative to it
 * @param outputDirectory what <code>${out}</code> means
 * @param lua which Lua runs scripts
 * @param programs what programs of steps find where they are started
 * @param lock of this build, for flows that run side by side
 */
record Workspace(
        Path baseDirectory,
        Path outputDirectory,
        Path buildDirectory,
        LuaChoice lua,
        ParamSources params,
        Map<String, String> properties,
        Programs programs,
        SharedLock lock) {

    Workspace {
        properties = Map.copyOf(properties);
    }

    /** The engine for one flow, since parameters may be given to one flow only. */
    Gleam engineFor(String flow) {
        return new Gleam(project(params.of(flow)), lock);
    }

    /** As the engine knows it. */
    Project project(Map<String, Project.Given> given) {
        return new Project(baseDirectory, outputDirectory, buildDirectory, lua, given, properties, programs);
    }

    /** Whether a path is a default that Maven has left as it is: without a POM there is no <code>${project.build.directory}</code>. */
    static boolean isLeftOpen(String path) {
        return path.contains("${");
    }

    /** Where reports are. */
    Path reports(String directory) {
        return isLeftOpen(directory)
                ? buildDirectory.resolve("gleam").resolve("report")
                : baseDirectory.resolve(directory);
    }

    /** A path as people write it: relative to the project where possible. */
    String shown(Path path) {
        return path.startsWith(baseDirectory) ? baseDirectory.relativize(path).toString() : path.toString();
    }

    /** The same for a path that may be relative already. */
    String shown(String path) {
        return shown(baseDirectory.resolve(path));
    }
}

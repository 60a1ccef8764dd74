package io.gleamflow.junit;

import io.gleamflow.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where a project has its flows, and where those of tests write to. */
record FlowDirectories(Path base) {

    private static final List<String> SOURCES = List.of("src/test/gleam", "src/main/gleam", "");
    private static final List<String> EXTENSIONS = List.of("", ".yaml", ".yml");

    /** Surefire says which module is tested; elsewhere it is the one the JVM was started in. */
    static FlowDirectories ofThisModule() {
        return new FlowDirectories(
                Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize());
    }

    /**
     * A descriptor by its name or path.
     *
     * @throws IllegalArgumentException when there is none, with the places where it was looked for
     */
    Path descriptor(String name) {
        List<Path> tried = new ArrayList<>();
        for (String source : SOURCES) {
            for (String extension : EXTENSIONS) {
                Path file = base.resolve(source).resolve(name + extension);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
            tried.add(base.resolve(source).resolve(name));
        }
        throw new IllegalArgumentException("@Flow(\"" + name + "\"): no such descriptor; looked for " + tried);
    }

    /** What {@code ${out}} means for the owner of a flow, a class or a method. */
    Path outputs(String owner) {
        return base.resolve("target").resolve("gleam-junit").resolve(owner);
    }

    Project project(Path outputs, Map<String, Project.Given> params) {
        return Project.at(base).writingTo(outputs).with(params);
    }

    /** So that nothing of an earlier run is taken for an output. */
    static void empty(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

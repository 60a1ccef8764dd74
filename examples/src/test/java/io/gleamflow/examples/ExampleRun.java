package io.gleamflow.examples;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs examples in projects of their own, which are copies of this one. */
final class ExampleRun {

    /** Where the flows are that the build runs. */
    private static final List<String> FLOWS = List.of("src/main/gleam", "src/test/gleam");

    private ExampleRun() {}

    /** The descriptors of all examples that the build runs, from the root of the project, in order. */
    static Stream<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String directory : FLOWS) {
            try (Stream<Path> files = Files.list(Path.of(directory))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".yaml"))
                        .sorted()
                        .forEach(name -> examples.add(directory + "/" + name));
            }
        }
        return examples.stream();
    }

    /**
     * What an example leaves: its files by name, a character for each byte, and what it prints as {@code printed}.
     *
     * @param base of the project; not there yet
     * @param flow from the root of the project
     */
    static Map<String, String> of(Path base, Path flow, LuaRuntime runtime, Tuning tuning) throws Exception {
        for (String part : List.of("src/main", "src/test/gleam", "src/optional", "data")) {
            copy(Path.of(part), base.resolve(part));
        }
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        Map<String, String> maven = Map.of("project.build.directory", "target");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, lua, Map.of(), maven));
        List<String> printed = Collections.synchronizedList(new ArrayList<>());
        gleam.run(gleam.load(base.resolve(flow)).flow(), tuning, (step, line) -> printed.add(line));
        Map<String, String> left = new TreeMap<>();
        left.put("printed", String.join("\n", printed));
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left.put(build.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return left;
    }

    /** Whether a program is there to be run. */
    static boolean isInstalled(String program, String argument) throws InterruptedException {
        try {
            return new ProcessBuilder(program, argument).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}

package io.gleamflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
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
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example writes the same files and prints the same rows on both runtimes of Lua. */
class BothRuntimesIT {

    @TempDir
    Path directory;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/gleam"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void runsAlikeOnBoth(String example) throws Exception {
        Assumptions.assumeTrue(isInstalled(), "luajit is not installed");
        Map<String, String> luaj = run(example, LuaRuntime.LUAJ);
        assertThat(String.join("", luaj.values())).isNotEmpty();
        assertThat(run(example, LuaRuntime.LUAJIT)).isEqualTo(luaj);
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("luajit", "-v").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs an example in a project of its own; what it wrote, by name, and printed. */
    private Map<String, String> run(String example, LuaRuntime runtime) throws Exception {
        Path base = directory.resolve(runtime.word());
        for (String part : List.of("src/main", "data")) {
            copy(Path.of(part), base.resolve(part));
        }
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        Map<String, String> maven = Map.of("project.build.directory", "target");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, lua, Map.of(), maven));
        List<String> printed = Collections.synchronizedList(new ArrayList<>());
        gleam.run(
                gleam.load(base.resolve("src/main/gleam").resolve(example)).flow(),
                OptionalInt.of(3),
                (step, line) -> printed.add(line));
        Map<String, String> left = new TreeMap<>();
        left.put("printed", String.join("\n", printed));
        try (Stream<Path> files = Files.walk(build)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                left.put(build.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return left;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
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

package io.gleamflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 11: projects in directories with names that shells, globs, patterns and Lua have another meaning for. */
@Timeout(120)
class StrangePathsFaultsTest {

    private static final String FLOW = """
            steps:
              - read: data/*.txt
              - map: line, params.here
                as: [line, here]
              - pipe: cat
                as: [line, here]
              - pipeAsArgs: printf '%s\\t%s\\n' "$1" "$2"
                as: [line, here]
              - sort: line
              - write: ${out}/out.txt
            """;

    @TempDir
    Path base;

    @RegisterExtension
    static final ToldInTable TABLE = new ToldInTable(11, StrangePathsFaultsTest.class);

    private static List<String> names() {
        return List.of(
                "a b",
                "it's",
                "\"q\"",
                "$HOME",
                "back\\slash",
                "new\nline",
                "100%",
                "%d",
                "{a,b}",
                "[x]",
                "*",
                "?",
                "~",
                "#hash",
                "&amp;",
                "-rf",
                "a:b",
                "!(x)",
                "größe €");
    }

    /** Every name with one shard and several, and both runtimes; in every build each name once. */
    static Stream<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (String name : names()) {
            List<Arguments> each = List.of(
                    Arguments.of(name, 1, LuaRuntime.LUAJIT),
                    Arguments.of(name, 3, LuaRuntime.LUAJIT),
                    Arguments.of(name, 1, LuaRuntime.LUAJ),
                    Arguments.of(name, 3, LuaRuntime.LUAJ));
            runs.addAll(FaultSuite.ALL ? each : each.subList(runs.size() % 4, runs.size() % 4 + 1));
        }
        return runs.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void projectsMayBeCalledAnything(String name, int shards, LuaRuntime runtime) throws Exception {
        Path project = Files.createDirectory(base.resolve(name));
        assertThat(run(project, shards, runtime)).isEqualTo("1\thi\n2\thi\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theDirectoryOfAProjectMayBeALink(int shards) throws Exception {
        Path project = Files.createDirectory(base.resolve("real"));
        Path link = Files.createSymbolicLink(base.resolve("link"), project);
        assertThat(run(link, shards, LuaRuntime.LUAJ)).isEqualTo("1\thi\n2\thi\n");
        assertThat(project.resolve("target/out.txt")).exists();
    }

    private static String run(Path project, int shards, LuaRuntime runtime) throws Exception {
        Files.createDirectories(project.resolve("data"));
        // braces in the path of an output are columns, wherever they come from
        boolean hasColumns = project.toString().contains("{");
        String flow = hasColumns ? FLOW.replace("${out}", "target") : FLOW;
        Files.writeString(project.resolve("data/x.txt"), "2\n1\n");
        Files.writeString(project.resolve("flow.yaml"), "params:\n  here: hi\n" + flow);
        assumeTrue(runtime == LuaRuntime.LUAJ || FaultSuite.hasLuajit(), "no luajit");
        Path build = project.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        Gleam gleam = new Gleam(new Project(project, build, build, lua, Map.of(), Map.of()));
        gleam.run(gleam.load(project.resolve("flow.yaml")).flow(), Tuning.partitions(shards), (step, line) -> {});
        try (Stream<Path> left = Files.list(build.resolve("gleam"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsOnly("state");
        }
        return Files.readString(build.resolve("out.txt"));
    }
}

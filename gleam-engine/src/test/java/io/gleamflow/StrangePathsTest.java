package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.process.ProgramSearch;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects in directories with names that shells, globs, patterns and Lua have another meaning for; and many runs. */
@Timeout(120)
class StrangePathsTest {

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

    static Stream<String> names() {
        return Stream.of(
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

    @ParameterizedTest
    @MethodSource("names")
    void projectsMayBeCalledAnything(String name) throws Exception {
        Path project = Files.createDirectory(base.resolve(name));
        assertThat(run(project)).isEqualTo("1\thi\n2\thi\n");
    }

    @Test
    void aProjectMayBeASymbolicLink() throws Exception {
        Path project = Files.createDirectory(base.resolve("real"));
        Path link = Files.createSymbolicLink(base.resolve("link"), project);
        assertThat(run(link)).isEqualTo("1\thi\n2\thi\n");
        assertThat(project.resolve("target/out.txt")).exists();
    }

    private static String run(Path project) throws Exception {
        Files.createDirectories(project.resolve("data"));
        Files.writeString(project.resolve("data/x.txt"), "2\n1\n");
        Files.writeString(project.resolve("flow.yaml"), "params:\n  here: hi\n" + FLOW);
        LuaRuntime runtime = hasLuajit() ? LuaRuntime.LUAJIT : LuaRuntime.LUAJ;
        Path build = project.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        Gleam gleam = new Gleam(new Project(project, build, build, lua, Map.of(), Map.of()));
        gleam.run(gleam.load(project.resolve("flow.yaml")).flow(), Tuning.partitions(2), (step, line) -> {});
        try (Stream<Path> left = Files.list(build.resolve("gleam"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsOnly("state");
        }
        return Files.readString(build.resolve("out.txt"));
    }

    private static boolean hasLuajit() {
        return ProgramSearch.find("luajit", Path.of("")).isPresent();
    }

    /** One descriptor bound to several projects at once, as by modules that share a directory of flows. */
    @Test
    void oneDescriptorRunsInSeveralProjectsAtOnce() throws Exception {
        Path shared = Files.writeString(base.resolve("flow.yaml"), """
                params:
                  module: none
                steps:
                  - rows: 2000
                  - pipe: while read n; do echo "$module $n"; done
                  - write: target/out.txt
                """);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Path>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String module = "module-" + i;
            runs.add(threads.submit((Callable<Path>) () -> {
                Path project = Files.createDirectory(base.resolve(module));
                Path build = project.resolve("target");
                Map<String, Project.Given> given = Map.of("module", new Project.Given(module, "here"));
                Gleam gleam = new Gleam(new Project(project, build, build, LuaChoice.DEFAULT, given, Map.of()));
                gleam.run(gleam.load(shared).flow(), Tuning.NONE, (step, line) -> {});
                return build.resolve("out.txt");
            }));
        }
        for (int i = 0; i < 4; i++) {
            List<String> lines = Files.readAllLines(runs.get(i).get());
            String module = "module-" + i + " ";
            assertThat(lines).hasSize(2000).allMatch(line -> line.startsWith(module));
        }
        threads.shutdown();
    }

    @Test
    void manyFlowsLeaveNoThreadsAndNoOpenFiles() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc");
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build, build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        oneOfMany(gleam, 0);
        long files = openFiles();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int i = 1; i <= 200; i++) {
            oneOfMany(gleam, i);
        }
        assertThat(openFiles()).isLessThanOrEqualTo(files + 5);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThanOrEqualTo(threads + 5);
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(name -> name.startsWith("gleam-"));
    }

    private void oneOfMany(Gleam gleam, int number) throws Exception {
        Path file = Files.writeString(
                base.resolve("flow-" + number + ".yaml"),
                "steps:\n  - rows: 10\n  - sort: n desc\n  - write: target/" + number + ".txt\n");
        gleam.run(gleam.load(file).flow(), Tuning.NONE, (step, line) -> {});
        assertThat(build(number)).hasSize(10);
    }

    private List<String> build(int number) throws Exception {
        return Files.readAllLines(base.resolve("target/" + number + ".txt"));
    }

    private static long openFiles() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}

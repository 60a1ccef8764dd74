package io.gleamflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row 12: hundreds of flows, and projects side by side; {@code src/it/modules-share-flows} has the same with Maven. */
@Timeout(120)
class ManyFlowsFaultsTest {

    @RegisterExtension
    static final ToldInTable TABLE = new ToldInTable(12, ManyFlowsFaultsTest.class);

    @TempDir
    Path base;

    /** One descriptor bound to several projects at once, as by modules that share a directory of flows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void oneDescriptorRunsInSeveralProjectsAtOnce(int shards) throws Exception {
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
                gleam.run(gleam.load(shared).flow(), Tuning.partitions(shards), (step, line) -> {});
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

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void twoHundredFlowsLeaveNoThreadsAndNoOpenFiles(int shards) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc");
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build, build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        oneOfMany(gleam, 0, shards);
        long files = openFiles();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int i = 1; i <= 200; i++) {
            oneOfMany(gleam, i, shards);
        }
        assertThat(openFiles()).isLessThanOrEqualTo(files + 5);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThanOrEqualTo(threads + 5);
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(name -> name.startsWith("gleam-"));
    }

    private void oneOfMany(Gleam gleam, int number, int shards) throws Exception {
        Path file = Files.writeString(
                base.resolve("flow-" + number + ".yaml"),
                "steps:\n  - rows: 10\n  - sort: n desc\n  - write: target/" + number + ".txt\n");
        gleam.run(gleam.load(file).flow(), Tuning.partitions(shards), (step, line) -> {});
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

package io.gleamflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.LuaRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs cases and writes them into the table. Every build runs the quick ones, each at least once; with {@code -Pfaults} all
 * are run, with all numbers of shards and with both runtimes of Lua.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultSuite {

    static final boolean ALL = Boolean.getBoolean("gleam.faults");

    @TempDir
    Path directory;

    private final FaultTable table = new FaultTable(getClass().getSimpleName());
    private int projects;

    /** The cases, in the order of the table. */
    abstract List<Fault> faults();

    @TestFactory
    Stream<DynamicTest> everyFaultHasItsVerdict() {
        List<DynamicTest> tests = new ArrayList<>();
        int number = 0;
        for (Fault fault : faults()) {
            if (fault.impossible().isPresent()) {
                table.addImpossible(fault, fault.impossible().get());
            } else if (ALL || !fault.isSlow()) {
                tests.addAll(runs(fault, number++));
            }
        }
        return tests.stream();
    }

    @AfterAll
    void writeTable() throws IOException {
        table.write();
    }

    /** All combinations, or else one for each number of shards, with the runtimes in turn. */
    private List<DynamicTest> runs(Fault fault, int number) {
        List<DynamicTest> runs = new ArrayList<>();
        int turn = number;
        for (int shards : fault.shards()) {
            List<LuaRuntime> runtimes = List.of(LuaRuntime.LUAJ, LuaRuntime.LUAJIT);
            if (!fault.isLua()) {
                runs.add(test(fault, shards, Optional.empty()));
            } else if (ALL) {
                runtimes.forEach(runtime -> runs.add(test(fault, shards, Optional.of(runtime))));
            } else {
                runs.add(test(fault, shards, Optional.of(runtimes.get(turn++ % runtimes.size()))));
            }
        }
        return runs;
    }

    private DynamicTest test(Fault fault, int shards, Optional<LuaRuntime> runtime) {
        String name = fault.row() + ": " + fault.name() + " (" + shards + (shards == 1 ? " shard" : " shards")
                + runtime.map(lua -> ", " + lua.name().toLowerCase(Locale.ROOT)).orElse("") + ")";
        return DynamicTest.dynamicTest(name, () -> run(fault, shards, runtime));
    }

    private void run(Fault fault, int shards, Optional<LuaRuntime> runtime) throws IOException, InterruptedException {
        Assumptions.assumeTrue(!runtime.equals(Optional.of(LuaRuntime.LUAJIT)) || hasLuajit(), "no luajit");
        Path project = directory.toRealPath().resolve("project-" + projects++);
        FaultRun.Outcome outcome = new FaultRun(fault, shards, runtime, project).run();
        table.add(fault, shards, runtime, outcome);
        delete(project);
        assertThat(outcome.complaints()).as(fault.verdict().told()).isEmpty();
    }

    static boolean hasLuajit() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "luajit")));
    }

    private static void delete(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

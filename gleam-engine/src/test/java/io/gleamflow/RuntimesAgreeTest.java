package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.ProgramSearch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each flow in {@code runtimes} leaves the same files, or fails with the same words, on both runtimes of Lua. */
@Timeout(120)
class RuntimesAgreeTest {

    private static final Path FLOWS = Path.of("src/test/resources/runtimes");

    private static final Set<String> GIVEN = Set.of("in.txt", "runtimes.lua");

    @TempDir
    private Path directory;

    static Stream<String> flows() throws IOException {
        try (Stream<Path> files = Files.list(FLOWS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void runsAlikeOnBoth(String flow) throws Exception {
        Assumptions.assumeTrue(ProgramSearch.find("luajit", directory).isPresent(), "luajit is not installed");

        // with several shards it may be another row that fails first
        for (int partitions : flow.startsWith("fails") ? new int[] {1} : new int[] {1, 3}) {
            Map<String, String> luaj = run(flow, LuaRuntime.LUAJ, partitions);
            if (flow.startsWith("fails")) {
                assertThat(luaj).containsKey("failure");
            } else {
                assertThat(luaj).doesNotContainKey("failure").hasSizeGreaterThan(1);
            }
            assertThat(run(flow, LuaRuntime.LUAJIT, partitions)).isEqualTo(luaj);
        }
    }

    /** Lines of words, with bytes that are no UTF-8, empty lines and a last line without an end. */
    private static byte[] input() {
        Random random = new Random(20261124);
        StringBuilder text = new StringBuilder();
        String[] words = {"alpha", "Beta", "g", "", "d,e", "42", "caf\u00e9", "\u00ff\u0001", "x-y", "#", "Alpha", "007"
        };
        for (int i = 0; i < 3_000; i++) {
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? "\t" : " ");
            }
            text.append(i < 2_999 ? random.nextInt(20) == 0 ? "\r\n" : "\n" : "");
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What the flow left: its files, as Latin-1, or its failure. */
    private Map<String, String> run(String flow, LuaRuntime runtime, int partitions) throws Exception {
        // a directory of its own, so that nothing is taken for the output of another run
        Path base = Files.createDirectories(directory.resolve(runtime.word() + partitions));
        Files.write(base.resolve("in.txt"), input());
        Files.copy(FLOWS.resolve(flow), base.resolve(flow));
        Files.copy(FLOWS.resolve("runtimes.lua"), base.resolve("runtimes.lua"));
        Path build = base.resolve("target");
        LuaChoice lua = new LuaChoice(Optional.of(runtime), "luajit");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, lua, Map.of(), Map.of()));
        Map<String, String> left = new TreeMap<>();
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        try {
            gleam.run(
                    gleam.load(base.resolve(flow)).flow(),
                    Tuning.partitions(partitions),
                    (step, line) -> log.add(step + ": " + line));
            try (Stream<Path> files = Files.list(base)) {
                for (Path file : files.filter(each -> Files.isRegularFile(each)
                                && !GIVEN.contains(each.getFileName().toString())
                                && !each.endsWith(flow))
                        .toList()) {
                    left.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (FailureException e) {
            left.put("failure", told(e.failure()));
        }
        left.put("log", log.stream().sorted().collect(Collectors.joining("\n")));
        return left;
    }

    private static String told(Failure failure) {
        String told = failure.blame() + " " + failure + failure.details();
        // at the end of its stack LuaJIT cannot always say where it is
        return told.contains("stack overflow") ? failure.message() : told.replaceAll("pid \\d+", "pid");
    }
}

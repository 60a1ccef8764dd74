package io.gleamflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 6: Maven's JVM is killed or told to end while each kind of child runs. None survives three seconds. */
@Timeout(120)
class KilledMavenTest {

    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2);

    /** Workers of both kinds, a shell, a process it waits for, one in the background, one in a session of its own. */
    private static final String FLOW = """
            datasets:
              luaj:
                - rows: 10
                - map: |
                    while n do end
                    return n
                - write: target/luaj.txt
              luajit:
                - rows: 10
                - map: |
                    while n do end
                    return n
                  runtime: luajit
                - write: target/luajit.txt
              shell:
                - rows: 10
                - pipe: |
                    trap '' HUP INT TERM
                    sleep 1000 &
                    (setsid sleep 1000 &)
                    sleep 1000
                - write: target/shell.txt
              frames:
                - rows: 10
                - exec: [sh, -c, 'trap "" TERM; sleep 1000; :']
                - write: target/frames.txt
            """;

    @RegisterExtension
    static final ToldInTable TABLE = new ToldInTable(6, KilledMavenTest.class);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"KILL,1", "KILL,3", "TERM,1", "TERM,3", "INT,2", "HUP,2"})
    void noChildSurvivesMaven(String signal, int shards) throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "no /proc");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/luajit")), "no luajit");
        assumeTrue(
                !EngineProcess.unblocked().isEmpty() || !ignored().contains(signal),
                "started so that it ignores SIG" + signal);
        String mark = "maven-" + System.nanoTime();
        KillProject project = new KillProject(directory, KillFlow.SORT);
        Files.writeString(project.base().resolve("flow.yaml"), FLOW);
        try (EngineProcess engine = new EngineProcess(mark, directory)) {
            engine.ask(project, shards);
            // the engine, two workers, two shells, two copiers, and four that sleep; its reaper inherits no mark
            List<MarkedProcess> seen = awaitProcesses(mark, engine, 11);
            assertThat(engine.hasAnswered() ? engine.answer(0).orElse("") : "").isEmpty();
            new ProcessBuilder("kill", "-" + signal, Long.toString(engine.pid()))
                    .start()
                    .waitFor();
            Orphans orphans = new Orphans(mark, engine);
            orphans.await();
            orphans.left().forEach(process -> process.kill(mark));
            assertThat(orphans.left()).as("of %s", seen).isEmpty();
        }
        try (EngineProcess next = new EngineProcess(mark, directory)) {
            next.ask(project, 0);
            assertThat(next.answer(30)).contains(KilledEngine.DONE);
        }
        try (Stream<Path> files = Files.walk(project.base().resolve("target"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static List<MarkedProcess> awaitProcesses(String mark, EngineProcess engine, int count)
            throws IOException, InterruptedException {
        while (true) {
            List<MarkedProcess> living = MarkedProcess.living(mark);
            long started = living.stream()
                    .filter(process -> !process.name().equals("jspawnhelper")
                            && !process.name().equals("setsid"))
                    .count();
            if (started >= count || engine.hasAnswered()) {
                return living;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** What children inherit as ignored, as behind {@code nohup} and in the background of a script. */
    private static Set<String> ignored() throws IOException {
        long mask = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        return SIGNALS.entrySet().stream()
                .filter(signal -> (mask >> (signal.getValue() - 1) & 1) != 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

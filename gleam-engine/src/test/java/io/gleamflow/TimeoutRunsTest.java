package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.ProgramSearch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and runs that would not end by themselves, and some that end in time. */
@Timeout(120)
class TimeoutRunsTest {

    /** Beyond the timeout: a machine may be slow to start processes. */
    private static final Duration SOON = Duration.ofSeconds(9);

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        project = new TempProject(base);
    }

    /** The failure of a flow that ends soon and leaves nothing. */
    private Failure failure(String descriptor, int partitions) throws Exception {
        long start = System.nanoTime();
        Failure failure = project.failure(descriptor, partitions);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {"luaj", "luajit"})
    void aScriptThatNeverEndsIsEnded(String runtime) throws Exception {
        Assumptions.assumeTrue(
                runtime.equals("luaj") || ProgramSearch.find("luajit", base).isPresent(), "no luajit");
        for (int partitions : new int[] {1, 3}) {
            Failure failure = failure("""
                    defaults: {runtime: %s}
                    steps:
                      - rows: 10
                      - map: |
                          while n > 0 do end
                          return n
                        timeout: 1500ms
                      - write: target/out.txt
                    """.formatted(runtime), partitions);
            assertThat(failure.message()).isEqualTo("timed out: did not end within 1500ms");
            assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
            assertThat(failure.toString()).startsWith("flow.yaml:4:5: map failed");
        }
    }

    /** On the JVM such a pattern is given up at last, but not so soon. */
    @ParameterizedTest
    @ValueSource(strings = {"luaj", "luajit"})
    void aPatternThatTriesForEverIsEnded(String runtime) throws Exception {
        Assumptions.assumeTrue(
                runtime.equals("luaj") || ProgramSearch.find("luajit", base).isPresent(), "no luajit");
        Failure failure = failure("""
                defaults: {runtime: %s}
                steps:
                  - rows: 1
                  - map: 'string.rep("a", 3000):find(string.rep(".-", 40) .. "b")'
                    timeout: 300ms
                  - write: target/out.txt
                """.formatted(runtime), 1);
        assertThat(failure.message()).isEqualTo("timed out: did not end within 300ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trap '' TERM INT HUP; while :; do sleep 1; done",
                "kill -STOP $$",
                "cat > /dev/null; exec sleep 1000",
                "exec >&-; sleep 1000",
                "sleep 1000 | cat | cat"
            })
    void aShellStepThatDoesNotEndIsEnded(String code) throws Exception {
        for (int partitions : new int[] {1, 3}) {
            Failure failure = failure("""
                    steps:
                      - rows: 300000
                      - pipe: "%s"
                        timeout: 1s
                      - write: target/out.txt
                    """.formatted(code), partitions);
            assertThat(failure.message()).isEqualTo("timed out: did not end within 1s");
            assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
            assertThat(failure.toString()).startsWith("flow.yaml:3:5: pipe failed");
        }
    }

    @Test
    void whatAShellStepHasStartedIsEndedWithIt() throws Exception {
        failure("""
                steps:
                  - rows: 1
                  - pipe: sh -c 'sleep 1000 & echo $! > pid; wait'
                    timeout: 1s
                  - write: target/out.txt
                """, 1);
        long pid = Long.parseLong(Files.readString(base.resolve("pid")).strip());
        long end = System.nanoTime() + SOON.toNanos();
        while (lives(pid)) {
            assertThat(System.nanoTime()).as("process %d lives", pid).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** One that has ended and only waits to be collected does not. */
    private static boolean lives(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    void aProgramThatNeverReadsIsEnded() throws Exception {
        Failure failure = failure("""
                steps:
                  - rows: 300000
                  - exec: [sleep, "1000"]
                    timeout: 1s
                  - write: target/out.txt
                """, 2);
        assertThat(failure.message()).isEqualTo("timed out: did not end within 1s");
        assertThat(failure.step()).isEqualTo("exec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select: line", "map: line", "pipe: cat", "sort: line"})
    void aServerThatSaysNothingIsNotWaitedForAnyLonger(String next) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Failure failure = failure("""
                    steps:
                      - read: tcp://127.0.0.1:%d
                        timeout: 1s
                      - %s
                      - write: target/out.txt
                    """.formatted(server.getLocalPort(), next), 2);
            assertThat(failure.message()).isEqualTo("timed out: did not end within 1s");
            assertThat(failure.blame()).isEqualTo(Blame.RESOURCES);
            assertThat(failure.step()).isEqualTo("read");
        }
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeIsNotWaitedForAtAll() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", base.resolve("in.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        Failure failure = failure("steps: [{read: in.csv}, {write: target/out.txt}]", 1);
        assertThat(failure.message()).contains("is no regular file");
    }

    @Test
    void aProgramThatPrintsForEverIsEnded() throws Exception {
        Failure failure = failure("""
                steps:
                  - read: {command: while echo a; do sleep 0.1; done}
                    timeout: 1s
                  - write: target/out.txt
                """, 2);
        assertThat(failure.message()).isEqualTo("timed out: did not end within 1s");
        assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
    }

    @Test
    void theStepWithTheShortestTimeoutIsNamed() throws Exception {
        Failure failure = failure("""
                defaults: {timeout: 1h}
                steps:
                  - read: {command: echo a}
                  - pipe: cat
                    timeout: 40s
                  - pipe: sleep 1000
                    name: slow
                    timeout: 1s
                  - pipe: cat
                  - write: target/out.txt
                """, 1);
        assertThat(failure.toString()).isEqualTo("flow.yaml:6:5: slow failed: timed out: did not end within 1s");
    }

    @Test
    void theTimeOfAProcessForEachRowIsItsOwn() throws Exception {
        String descriptor = """
                defaults: {timeout: 1s}
                steps:
                  - rows: [0.4, 0.4, %s, 0.4]
                    as: n
                  - pipeAsArgs: sleep "$1"; echo "$1"
                  - write: target/out.txt
                """;
        for (int partitions : new int[] {1, 3}) {
            Failure failure = failure(descriptor.formatted("1000"), partitions);
            assertThat(failure.toString())
                    .isEqualTo("flow.yaml:5:5: pipeAsArgs failed: timed out: did not end within 1s");
        }
        assertThat(project.run(descriptor.formatted("0.4"), 1, 0)).containsEntry("out.txt", "0.4\n0.4\n0.4\n0.4\n");
    }

    @Test
    void theTimeOfAProcessForEachKeyIsItsOwn() throws Exception {
        String descriptor = """
                defaults: {timeout: 1s}
                steps:
                  - rows: [[a, 0.4], [b, 0.4], [c, %s], [d, 0.4]]
                    as: [key, n]
                  - pipe: 'while read -r key n; do sleep "$n"; echo "$key"; done'
                    per: key
                  - write: target/out.txt
                """;
        assertThat(failure(descriptor.formatted("1000"), 2).step()).isEqualTo("pipe");
        assertThat(project.run(descriptor.formatted("0.4"), 1, 0)).containsEntry("out.txt", "a\nb\nc\nd\n");
    }

    @Test
    void waitingForOtherStagesTakesNoTime() throws Exception {
        Map<String, String> outputs = project.run("""
                steps:
                  - read: {command: sleep 3; echo b; echo a}
                  - sort: line
                  - map: line .. line
                    timeout: 2s
                  - sort: _1
                    timeout: 1s
                  - pipe: cat
                    timeout: 1s
                  - write: target/out.txt
                    timeout: 1s
                """, 2, 0);
        assertThat(outputs).containsEntry("out.txt", "aa\nbb\n");
    }

    @Test
    void aRunThatDoesNotEndInTimeFails() throws Exception {
        project.file("target/out.txt", "old\n");
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 1
                  - pipe: sleep 1000
                  - write: target/out.txt
                """);
        Tuning tuning = new Tuning(OptionalInt.of(1), OptionalLong.empty(), Optional.of(Duration.ofSeconds(1)));
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> project.gleam().run(flow, tuning, (step, line) -> {}));
        assertThat(thrown.failure().message()).isEqualTo("the flow did not end within 1s");
        assertThat(thrown.failure().place().toString()).isEqualTo("flow.yaml");
        assertThat(thrown.failure().blame()).isEqualTo(Blame.RESOURCES);
        assertThat(project.outputs()).containsEntry("out.txt", "old\n").hasSize(1);
    }

    private Failure failureOfStage(String descriptor, Duration span) throws Exception {
        Flow flow = project.load("flow.yaml", descriptor);
        Tuning tuning = new Tuning(OptionalInt.of(2), OptionalLong.empty(), Optional.empty(), Optional.of(span), false);
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> project.gleam().run(flow, tuning, (step, line) -> {}));
        assertThat(thrown).isNotNull();
        assertThat(project.outputs()).isEmpty();
        return thrown.failure();
    }

    @Test
    void aStageWithoutTimeoutsHasTheOneOfAllStages() throws Exception {
        Failure failure = failureOfStage("""
                steps:
                  - rows: 3
                  - map: |
                      while n > 0 do end
                      return n
                  - write: target/out.txt
                """, Duration.ofSeconds(1));
        assertThat(failure.message()).isEqualTo("timed out: did not end within 1s, which is gleam.stageTimeout");
        assertThat(failure.step()).isEqualTo("rows + map + write");
        assertThat(failure.place().toString()).isEqualTo("flow.yaml:2:5");
        assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
    }

    @Test
    void theTimeOfAStageIsThatOfAllItsAttemptsAndProcesses() throws Exception {
        String perRow = """
                steps:
                  - rows: [0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]
                  - pipeAsArgs: sleep "$1"
                  - write: target/out.txt
                """;
        String retried = """
                steps:
                  - rows: 1
                  - pipe: cat; exit 3
                    onError: {retry: 100, delay: 100ms}
                  - write: target/out.txt
                """;
        for (String descriptor : new String[] {perRow, retried}) {
            assertThat(failureOfStage(descriptor, Duration.ofSeconds(1)).message())
                    .isEqualTo("timed out: did not end within 1s, which is gleam.stageTimeout");
        }
    }

    @Test
    void aStepWithATimeoutOfItsOwnKeepsIt() throws Exception {
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 1
                  - pipe: sleep 2; cat
                    timeout: 1m
                  - write: target/out.txt
                """);
        Tuning tuning = new Tuning(
                OptionalInt.of(1), OptionalLong.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(1)), false);
        project.gleam().run(flow, tuning, (step, line) -> {});
        assertThat(project.outputs()).containsEntry("out.txt", "1\n");
    }

    @Test
    void aRunThatEndsInTimeIsAsAlways() throws Exception {
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 3
                  - map: n * 2
                  - pipe: cat
                  - write: target/out.txt
                """);
        Tuning tuning = new Tuning(OptionalInt.of(2), OptionalLong.empty(), Optional.of(Duration.ofMinutes(1)));
        project.gleam().run(flow, tuning, (step, line) -> {});
        assertThat(project.outputs()).containsEntry("out.txt", "2\n4\n6\n");
    }
}

package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that fail some times before they do well, or never do; each run of one leaves a line in a file. */
@Timeout(120)
class RetryRunsTest {

    /** The end of shell code that fails twice. */
    private static final String THIRD = "echo x >> runs; [ $(wc -l < runs) -ge 3 ] || exit 7";

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        project = new TempProject(base);
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> n + "\n").collect(Collectors.joining());
    }

    private long runs() throws IOException {
        return Files.readAllLines(base.resolve("runs")).size();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPipeThatFailsTwiceIsRunThreeTimes(int partitions) throws Exception {
        Map<String, String> outputs = project.run("""
                steps:
                  - rows: 1000
                  - pipe: cat; %s
                    onError: {retry: 3, delay: 10ms}
                  - write: target/out.txt
                """.formatted(THIRD), partitions, 0);
        assertThat(outputs).containsEntry("out.txt", lines(1000)).hasSize(1);
        assertThat(runs()).isEqualTo(3);
        assertThat(project.log())
                .containsExactly(
                        "warning: attempt 1 of 4 failed: exit status 7; again in 10ms",
                        "warning: attempt 2 of 4 failed: exit status 7; again in 10ms");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatNeverDoesWellFailsTheRunAtLast(int partitions) throws Exception {
        String descriptor = """
                steps:
                  - rows: 1000
                  - pipe: cat; echo x >> runs; echo no >&2; exit 7
                    onError: {retry: 2, delay: 10ms}
                  - write: target/out.txt
                """;
        Failure failure = project.failure(descriptor, partitions);
        assertThat(failure.toString()).isEqualTo("flow.yaml:3:5: pipe failed: exit status 7: no");
        assertThat(failure.details()).containsExactly("no", "this was attempt 3 of 3");
        assertThat(failure.blame()).isEqualTo(Blame.SCRIPT);
        assertThat(runs()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void inputThatWasReadInPartComesAgainFromTheStart(int partitions) throws Exception {
        Map<String, String> outputs = project.run("""
                steps:
                  - rows: 200000
                  - pipe: head -n 2 > /dev/null; echo x >> runs; [ $(wc -l < runs) -ge 2 ] || exit 7; cat > rest; echo end
                    onError: {retry: 3, delay: 0s}
                  - write: target/out.txt
                """, partitions, 0);
        assertThat(outputs).containsEntry("out.txt", "end\n");
        assertThat(Files.readString(base.resolve("rest"))).endsWith("199999\n200000\n");
    }

    /** Neighbours that would be joined by the system's pipe are not, or a part of what comes out would be lost. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void neighboursOfAPipeThatIsRunAgainAreNot(int partitions) throws Exception {
        Map<String, String> outputs = project.run("""
                defaults: {memory: 64mb}
                steps:
                  - rows: 300000
                  - pipe: echo before >> others; cat
                  - pipe: cat; %s
                    onError: {retry: 3, delay: 0s}
                  - pipe: echo behind >> others; cat
                  - write: target/out.txt
                """.formatted(THIRD), partitions, 0);
        assertThat(outputs).containsEntry("out.txt", lines(300000));
        assertThat(Files.readAllLines(base.resolve("others"))).containsExactlyInAnyOrder("before", "behind");
    }

    @Test
    void eachShardOfAPipeIsRunAgainForItself() throws Exception {
        String descriptor = """
                steps:
                  - rows: 9
                  - pipe: read -r first; echo "$first"; cat; echo x >> runs$first; [ $(wc -l < runs$first) -ge 2 ]
                    partitions: 3
                    onError: {retry: 3, delay: 0s}
                  - write: target/out.txt
                """;
        assertThat(project.run(descriptor, 2, 0)).containsEntry("out.txt", lines(9));
        assertThat(project.log()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aProgramIsRunAgain(int partitions) throws Exception {
        Map<String, String> outputs = project.run("""
                steps:
                  - rows: 1000
                  - exec: [sh, -c, "cat; %s"]
                    onError: {retry: 2, delay: 0s}
                  - write: target/out.txt
                """.formatted(THIRD), partitions, 0);
        assertThat(outputs).containsEntry("out.txt", lines(1000));
        assertThat(runs()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theProcessOfOneRowIsRunAgain(int partitions) throws Exception {
        Map<String, String> outputs = project.run("""
                steps:
                  - rows: 4
                  - pipeAsArgs: echo "$1"; echo x >> runs$1; [ $(wc -l < runs$1) -ge $1 ]
                    onError: {retry: 3, delay: 0s}
                  - write: target/out.txt
                """, partitions, 0);
        assertThat(outputs).containsEntry("out.txt", lines(4));
        for (int n = 1; n <= 4; n++) {
            assertThat(Files.readAllLines(base.resolve("runs" + n))).hasSize(n);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theProcessOfOneKeyIsRunAgain(int partitions) throws Exception {
        Map<String, String> outputs = project.run("""
                steps:
                  - rows: 6
                  - map: n % 2, n
                    as: [rest, n]
                  - pipe: read -r key n; echo "$key $n"; cat; echo x >> runs$key; [ $(wc -l < runs$key) -ge 2 ]
                    per: rest
                    split: spaces
                    onError: {retry: 1, delay: 0s}
                  - write: target/out.txt
                """, partitions, 0);
        assertThat(outputs).containsEntry("out.txt", "0\t2\n0\t4\n0\t6\n1\t1\n1\t3\n1\t5\n");
        assertThat(project.log()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anAttemptThatLastsTooLongIsEndedAndMadeAgain(int partitions) throws Exception {
        for (String step : new String[] {"pipe: 'CODE'", "exec: [sh, -c, 'CODE']", "pipeAsArgs: 'CODE'"}) {
            Files.deleteIfExists(base.resolve("runs"));
            project.log().clear();
            String code = "echo x >> runs; if [ $(wc -l < runs) -lt 2 ]; then sleep 1000 & wait; fi; cat";
            Map<String, String> outputs = project.run("""
                    steps:
                      - rows: 1
                      - %s
                        timeout: 1s
                        onError: {retry: 2, delay: 0s}
                      - reduce: {rows: count()}
                      - write: target/out.txt
                    """.formatted(step.replace("CODE", code)), partitions, 0);
            assertThat(outputs).as(step).containsEntry("out.txt", step.contains("Args") ? "0\n" : "1\n");
            assertThat(project.log())
                    .containsExactly("warning: attempt 1 of 3 failed: timed out: did not end within 1s; again in 0ms");
        }
    }

    @Test
    void whatTakesTooLongInAllAttemptsHasTimedOut() throws Exception {
        Failure failure = project.failure("""
                steps:
                  - rows: 1
                  - pipe: echo a; sleep 1000
                    timeout: 500ms
                    onError: {retry: 1, delay: 0s}
                  - write: target/out.txt
                """, 2);
        assertThat(failure.message()).isEqualTo("timed out: did not end within 500ms");
        assertThat(failure.details()).containsExactly("this was attempt 2 of 2");
    }

    @Test
    void aRowThatIsRefusedIsNotTriedAgain() throws Exception {
        Failure failure = project.failure("""
                steps:
                  - rows: 1
                  - pipe: echo x >> runs; echo one column
                    as: [a, b]
                    onError: {retry: 3, delay: 0s}
                  - write: target/out.txt
                """, 1);
        assertThat(failure.message()).contains("a line has 1 column, and `as` names 2");
        assertThat(runs()).isEqualTo(1);
        assertThat(project.log()).isEmpty();
    }

    @Test
    void nothingIsTriedAgainWhenAnotherStepHasFailed() throws Exception {
        Failure failure = project.failure("""
                datasets:
                  a:
                    - rows: 1
                    - pipe: echo x >> runs; sleep 1000
                      onError: {retry: 3, delay: 0s}
                    - write: target/a.txt
                  b:
                    - rows: 1
                    - pipe: sleep 1; exit 9
                    - write: target/b.txt
                """, 1);
        assertThat(failure.message()).isEqualTo("exit status 9");
        assertThat(runs()).isEqualTo(1);
        assertThat(project.log()).isEmpty();
    }
}

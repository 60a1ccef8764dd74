package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.run.RunListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources and outputs that cannot be opened at first; what is wrong is mended when the second attempt has failed. */
@Timeout(120)
class RetriedFilesTest {

    @TempDir
    Path base;

    private TempProject project;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void project() {
        project = new TempProject(base);
    }

    /** Does something about it. */
    private interface Cure {
        void run() throws IOException;
    }

    private RunListener curedBy(Cure cure) {
        return (step, line) -> {
            log.add(line);
            if (line.contains("attempt 2 of")) {
                try {
                    cure.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private Map<String, String> run(String descriptor, int partitions, Cure cure) throws Exception {
        Flow flow = project.load("flow.yaml", descriptor);
        project.gleam().run(flow, Tuning.partitions(partitions), curedBy(cure));
        return project.outputs();
    }

    private FailureException failure(String descriptor, Tuning tuning) throws Exception {
        Flow flow = project.load("flow.yaml", descriptor);
        return catchThrowableOfType(
                FailureException.class, () -> project.gleam().run(flow, tuning, (step, line) -> log.add(line)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFileThatIsDamagedIsReadOnceMore(int partitions) throws Exception {
        byte[] good = gzip("line\n".repeat(100_000));
        byte[] bad = good.clone();
        Arrays.fill(bad, bad.length - 8, bad.length, (byte) 1);
        project.file("in.txt.gz", bad);
        Map<String, String> outputs = run("""
                steps:
                  - read: in.txt.gz
                    onError: {retry: 2, delay: 0s}
                  - write: target/out.txt
                """, partitions, () -> project.file("in.txt.gz", good));
        assertThat(outputs.get("out.txt")).isEqualTo("line\n".repeat(100_000));
        assertThat(log).hasSize(2).allMatch(line -> line.contains("in.txt.gz"));
    }

    /**
     * A worker that reads its lines itself could not take back what it has sent. Mostly the file is gone when it is to be read; a
     * run in which it was not yet shows nothing, and there is another.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void linesInFrontOfAScriptAreReadOnceMore(int partitions) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        for (int i = 0; i < 20 && log.stream().noneMatch(line -> line.contains("attempt 1 of 10")); i++) {
            Files.deleteIfExists(base.resolve("away.txt"));
            project.file("in.txt", "a\nb\nc\n");
            Map<String, String> outputs = run(
                    """
                    datasets:
                      first:
                        - read: {command: mv in.txt away.txt}
                        - print: "%s"
                      second:
                        - read: in.txt
                          onError: {retry: 9, delay: 100ms}
                        - map: line .. line
                        - write: target/out.txt
                    """,
                    partitions, () -> {
                        // each shard that was too late has a second attempt
                        if (Files.exists(base.resolve("away.txt"))) {
                            Files.move(base.resolve("away.txt"), base.resolve("in.txt"));
                        }
                    });
            assertThat(outputs).containsEntry("out.txt", "aa\nbb\ncc\n");
        }
        assertThat(log).anyMatch(line -> line.contains("attempt 1 of 10 failed: ") && line.contains("in.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFileThatIsMissingIsWaitedForAndTellsItsColumnsThen(int partitions) throws Exception {
        Map<String, String> outputs = run("""
                steps:
                  - read: data/*.csv
                    onError: {retry: 2, delay: 10ms}
                  - sort: b
                  - write: target/out.csv
                """, partitions, () -> project.file("data/in.csv", "a,b\n1,z\n2,y\n"));
        assertThat(outputs).containsEntry("out.csv", "a,b\n2,y\n1,z\n");
        assertThat(log).hasSize(2).allMatch(line -> line.contains("no file matches data/*.csv"));
    }

    @Test
    void aFileThatDoesNotComeFailsTheRun() throws Exception {
        String descriptor = """
                steps:
                  - read: in.csv
                    onError: {retry: 2, delay: 10ms}
                  - write: target/out.csv
                """;
        FailureException thrown = failure(descriptor, Tuning.NONE);
        assertThat(thrown.failure().message()).isEqualTo("there is no file in.csv");
        assertThat(thrown.failure().details()).containsExactly("this was attempt 3 of 3");
    }

    @Test
    void aRunThatWaitsForAFileDoesNotLastForEver() throws Exception {
        String descriptor = """
                steps:
                  - read: in.csv
                    onError: {retry: 2, delay: 1h}
                  - write: target/out.csv
                """;
        Tuning tuning = new Tuning(OptionalInt.empty(), OptionalLong.empty(), Optional.of(Duration.ofMillis(500)));
        FailureException thrown = failure(descriptor, tuning);
        assertThat(thrown.failure().message()).isEqualTo("the flow did not end within 500ms");
    }

    @Test
    void aFlowOfTheProjectMayWriteTheFileThatAnotherWaitsFor() throws Exception {
        Flow writer = project.load("writer.yaml", "steps: [{rows: 2}, {write: in.txt}]");
        Flow reader = project.load("flow.yaml", """
                steps:
                  - read: in.txt
                    onError: {retry: 2, delay: 10ms}
                  - write: target/out.txt
                """);
        project.gleam().run(reader, Tuning.NONE, (step, line) -> {
            log.add(line);
            if (line.contains("attempt 2 of")) {
                try {
                    project.gleam().run(writer, Tuning.NONE, RunListener.SILENT);
                } catch (FailureException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        assertThat(project.outputs()).containsEntry("out.txt", "1\n2\n");
    }

    @Test
    void nobodyWaitsForAFileToExplainAFlow() throws Exception {
        Flow flow = project.load(
                "flow.yaml", "steps: [{read: in.csv, onError: {retry: 2, delay: 1h}}, {write: target/out.csv}]");
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> project.gleam().explain(flow, Tuning.NONE));
        assertThat(thrown.failure().message()).isEqualTo("there is no file in.csv");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aCommandThatFailsIsRunOnceMore(int partitions) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        Map<String, String> outputs = run("""
                steps:
                  - read: {command: "seq 1 5; [ -e mended ]"}
                    onError: {retry: 2, delay: 0s}
                  - map: line * 2
                  - write: target/out.txt
                """, partitions, () -> project.file("mended", ""));
        assertThat(outputs).containsEntry("out.txt", "2\n4\n6\n8\n10\n");
        assertThat(log).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aServerThatIsNotThereYetIsAskedOnceMore(int partitions) throws Exception {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        int port = server.getLocalPort();
        server.close();
        Map<String, String> outputs = run("""
                steps:
                  - read: tcp://127.0.0.1:%d
                    timeout: 20s
                    onError: {retry: 2, delay: 0s}
                  - write: target/out.txt
                """.formatted(port), partitions, () -> serve(port));
        assertThat(outputs).containsEntry("out.txt", "hello\n");
        assertThat(log).hasSize(2).allMatch(line -> line.contains("there is no connection to 127.0.0.1:" + port));
    }

    private static void serve(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (server;
                    Socket client = server.accept()) {
                client.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void aServerThatSaysNothingIsAskedAgainWhenTheTimeIsOver() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            FailureException thrown = failure("""
                    steps:
                      - read: tcp://127.0.0.1:%d
                        timeout: 300ms
                        onError: {retry: 2, delay: 0s}
                      - write: target/out.txt
                    """.formatted(server.getLocalPort()), Tuning.NONE);
            assertThat(thrown.failure().message()).isEqualTo("timed out: did not end within 300ms");
            assertThat(thrown.failure().details()).containsExactly("this was attempt 3 of 3");
        }
        assertThat(project.outputs()).isEmpty();
    }

    /** The command takes away the directory that parts of outputs are written to. */
    @ParameterizedTest
    @ValueSource(strings = {"out", "{line}"})
    void whatCannotBeWrittenIsWrittenOnceMore(String name) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        for (int partitions : new int[] {1, 3}) {
            log.clear();
            Map<String, String> outputs = run("""
                    steps:
                      - read: {command: "ls target/gleam | grep work > name; mv target/gleam/work-* away; seq 1 3"}
                      - roundRobin: %d
                      - write: target/%s.txt
                        onError: {retry: 20, delay: 20ms}
                    """.formatted(partitions, name), partitions, this::putBack);
            assertThat(outputs).isEqualTo(expected(name));
            assertThat(log).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static Map<String, String> expected(String name) {
        return name.equals("out")
                ? Map.of("out.txt", "1\n2\n3\n")
                : Map.of("1.txt", "1\n", "2.txt", "2\n", "3.txt", "3\n");
    }

    private void putBack() throws IOException {
        Path away = base.resolve("away");
        if (Files.exists(away)) {
            Path work = base.resolve("target/gleam")
                    .resolve(Files.readString(base.resolve("name")).strip());
            Files.move(away, work);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatCannotBePutBesideItsPlaceIsTriedAsAWhole(int partitions) throws Exception {
        project.file("target/directory", "in the way");
        Map<String, String> outputs = run("""
                steps:
                  - rows: 5
                  - write: target/first.txt
                  - write: target/directory/second.txt
                    onError: {retry: 2, delay: 10ms}
                """, partitions, () -> Files.delete(base.resolve("target/directory")));
        String rows = "1\n2\n3\n4\n5\n";
        assertThat(outputs).isEqualTo(Map.of("first.txt", rows, "directory/second.txt", rows));
        assertThat(log).hasSize(2).allMatch(line -> line.contains("cannot write"));
    }

    @Test
    void whatCannotBePublishedAtAllLeavesOldOutputsAndNothingElse() throws Exception {
        project.file("target/directory", "in the way").file("target/first.txt", "old\n");
        FailureException thrown = failure("""
                steps:
                  - rows: 5
                  - write: target/first.txt
                  - write: target/directory/second.txt
                    onError: {retry: 1, delay: 10ms}
                """, Tuning.partitions(2));
        assertThat(thrown.failure().message()).contains("cannot write");
        assertThat(thrown.failure().details()).containsExactly("this was attempt 2 of 2");
        assertThat(project.outputs()).isEqualTo(Map.of("directory", "in the way", "first.txt", "old\n"));
        try (Stream<Path> files = Files.list(base.resolve("target"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("directory", "first.txt", "gleam");
        }
    }
}

package io.gleamflow.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildPipelineTest {

    /** {@code seq 1 200000} */
    private static final int SEQUENCE_BYTES = 1_288_895;

    @TempDir
    private Path work;

    private ChildProcesses children;

    @BeforeEach
    void open() throws IOException {
        Shells.assumeGroups();
        children = ChildProcesses.open(work);
    }

    @AfterEach
    void close() {
        if (children != null) {
            children.close();
        }
    }

    private List<Child> start(String... scripts) throws IOException {
        List<Command> commands = new ArrayList<>();
        List<Consumer<String>> errors = new ArrayList<>();
        for (String script : scripts) {
            commands.add(Shells.script(work, "step" + commands.size(), script));
            errors.add(line -> {});
        }
        return children.start(commands, errors);
    }

    private static byte[] output(List<Child> started) throws IOException {
        started.get(0).stdin().close();
        return started.get(started.size() - 1).stdout().readAllBytes();
    }

    @Test
    void commandsReadWhatTheOneBeforeWrites() throws Exception {
        List<Child> started = start("cat; echo c", "sort -r", "tr a-z A-Z");
        started.get(0).stdin().write("a\nb\n".getBytes(UTF_8));
        assertThat(output(started)).isEqualTo("C\nB\nA\n".getBytes(UTF_8));
        for (Child child : started) {
            assertThat(child.await()).hasToString("exit status 0");
        }
    }

    @Test
    void whatProgramsOfStepsTakeIsLookedAtAndNothingElse() throws Exception {
        Child worker = children.start(Shells.script(work, "worker", "cat"), line -> {});
        List<Child> started = start("cat", "cat");
        for (Child child : started) {
            Shells.eventually("a look", () -> child.use().peakMemory().isPresent());
        }
        assertThat(worker.use()).isEqualTo(ProcessUse.UNKNOWN);
        worker.stdin().close();
        assertThat(worker.await().isSuccess()).isTrue();
        assertThat(output(started)).isEmpty();
    }

    @Test
    void eachHasItsOwnStatusAndStandardError() throws Exception {
        List<Child> started = start("echo x; echo one >&2; exit 3", "cat; echo two >&2; exit 4");
        assertThat(output(started)).isEqualTo("x\n".getBytes(UTF_8));
        assertThat(started.get(0).await().code()).isEqualTo(3);
        assertThat(started.get(1).await().code()).isEqualTo(4);
        assertThat(started.get(0).lastErrors()).containsExactly("one");
        assertThat(started.get(1).lastErrors()).containsExactly("two");
    }

    @Test
    void aConsumerThatStopsEarlyEndsTheOnesBefore() throws Exception {
        List<Child> started = start("exec yes", "exec head -n 1");
        assertThat(output(started)).isEqualTo("y\n".getBytes(UTF_8));
        assertThat(started.get(0).await().isBrokenPipe()).isTrue();
        assertThat(started.get(1).await().isSuccess()).isTrue();
    }

    @Test
    void lateOutputOfABackgroundChildIsComplete() throws Exception {
        List<Child> started = start("( sleep 0.5; seq 1 200000 ) & exit 7");
        assertThat(output(started)).hasSize(SEQUENCE_BYTES);
        assertThat(started.get(0).await()).hasToString("exit status 7");
    }

    @Test
    void lateOutputInFrontOfACommandIsComplete() throws Exception {
        List<Child> started = start("( sleep 0.5; seq 1 200000 ) & exit 0", "sort -n");
        assertThat(output(started)).hasSize(SEQUENCE_BYTES);
        assertThat(started.get(0).await().isSuccess()).isTrue();
        assertThat(started.get(1).await().isSuccess()).isTrue();
    }

    @Test
    void aSlowReaderLosesNothingHoweverShortTheGrace() throws Exception {
        children.close();
        children = ChildProcesses.open(work, Duration.ofMillis(50), line -> {});
        List<Child> started = start("seq 1 200000 & exit 0");
        Thread.sleep(500);
        assertThat(output(started)).hasSize(SEQUENCE_BYTES);
        assertThat(started.get(0).await().isSuccess()).isTrue();
    }

    @Test
    void aSilentBackgroundChildIsKilledAfterTheGraceAndItsParentHasFailed() throws Exception {
        children.close();
        children = ChildProcesses.open(work, Duration.ofMillis(300), line -> {});
        Path pid = work.resolve("pid");
        List<Child> started = start("sleep 1000 & echo $! >" + pid + "; echo out; exit 0");
        assertThat(output(started)).isEqualTo("out\n".getBytes(UTF_8));
        ExitStatus status = started.get(0).await();
        assertThat(status.isSuccess()).isFalse();
        assertThat(status.code()).isEqualTo(137);
        assertThat(status.toString()).startsWith("it left sleep (pid " + Shells.pidIn(pid) + ") running");
        Shells.eventually("sleep is gone", () -> !Shells.lives(Shells.pidIn(pid)));
    }

    @Test
    void aSilentBackgroundChildInFrontOfACommandIsKilledToo() throws Exception {
        children.close();
        children = ChildProcesses.open(work, Duration.ofMillis(300), line -> {});
        List<Child> started = start("sleep 1000 & exit 0", "exec sort");
        assertThat(output(started)).isEmpty();
        assertThat(started.get(0).await().toString()).startsWith("it left sleep");
        assertThat(started.get(1).await().isSuccess()).isTrue();
    }

    @Test
    void someoneWhoLeftTheGroupDoesNotHoldTheReader() throws Exception {
        children.close();
        children = ChildProcesses.open(work, Duration.ofMillis(300), line -> {});
        Path pid = work.resolve("pid");
        List<Child> started = start("setsid sh -c 'echo $$ >" + pid + "; exec sleep 1000' 2>/dev/null & exit 0");
        try {
            assertThat(output(started)).isEmpty();
            assertThat(started.get(0).await().toString()).startsWith("it left a process that left its group running");
        } finally {
            ProcessHandle.of(Shells.pidIn(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void backgroundChildrenThatWriteNothingEndWithTheirCommand() throws Exception {
        Path pid = work.resolve("pid");
        List<Child> started = start("sleep 1000 >/dev/null 2>&1 & echo $! >" + pid);
        assertThat(output(started)).isEmpty();
        assertThat(started.get(0).await().isSuccess()).isTrue();
        Shells.eventually("sleep is gone", () -> !Shells.lives(Shells.pidIn(pid)));
    }

    @Test
    void aReaderThatGivesUpEndsTheCommands() throws Exception {
        List<Child> started = start("exec yes");
        try (InputStream out = started.get(0).stdout()) {
            assertThat(out.read()).isEqualTo('y');
        }
        assertThat(started.get(0).await().isBrokenPipe()).isTrue();
    }

    @Test
    void outputCutShortByTheDeathOfTheCopierIsAFailure() throws Exception {
        List<Child> started = start("echo first; seq 1 200000; exit 0");
        InputStream out = started.get(0).stdout();
        assertThat(out.readNBytes(6)).isEqualTo("first\n".getBytes(UTF_8));
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/cat"))
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(out.readAllBytes().length).isLessThan(SEQUENCE_BYTES);
        assertThat(started.get(0).await().isSuccess()).isFalse();
        assertThat(started.get(0).await().toString())
                .isEqualTo("the process that copies its output: killed by SIGKILL (137) - out of memory?");
    }

    @Test
    void pipelinesLeaveNoOpenFiles() throws Exception {
        long before = openFiles();
        for (int i = 0; i < 20; i++) {
            List<Child> started = start("echo a", "cat");
            assertThat(output(started)).hasSize(2);
            for (Child child : started) {
                child.await();
            }
        }
        Shells.eventually("as many open files as before", () -> openFiles() < before + 10);
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}

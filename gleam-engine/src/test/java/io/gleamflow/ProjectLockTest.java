package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.connector.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProjectLockTest {

    @TempDir
    private Path project;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private Path state() {
        return project.resolve("state");
    }

    private Process jvm(String... arguments) throws Exception {
        return jvm(Map.of(), arguments);
    }

    private Process jvm(Map<String, String> environment, String... arguments) throws Exception {
        return jvm(List.of(), environment, arguments);
    }

    private Process jvm(List<String> before, Map<String, String> environment, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HeldLock.class.getName(),
                state().toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Future<ProjectLock> waiting(ExecutorService threads) {
        return threads.submit(() -> ProjectLock.take(state(), "second", heard::add));
    }

    private void awaitHeard() throws InterruptedException {
        while (heard.isEmpty()) {
            Thread.sleep(5);
        }
    }

    @Test
    void aSecondRunOfTheProcessWaitsAndSaysSo() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<ProjectLock> second;
        try (ProjectLock first = ProjectLock.take(state(), "first", heard::add)) {
            assertThat(first).isNotNull();
            assertThat(heard).isEmpty();
            second = waiting(threads);
            awaitHeard();
            assertThat(ProjectLock.tryTake(state(), "third")).isEmpty();
            assertThat(second.isDone()).isFalse();
        }
        second.get().close();
        assertThat(heard).containsExactly("waits for another run in this project, in this process");
        assertThat(state()).isEmptyDirectory();
        threads.shutdown();
    }

    @Test
    void whoDiesLosesItAndWasNamedUntilThen() throws Exception {
        Process holder = jvm();
        assertThat(holder.getInputStream().read()).isEqualTo('h');
        assertThat(ProjectLock.tryTake(state(), "third")).isEmpty();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<ProjectLock> second = waiting(threads);
        awaitHeard();
        assertThat(second.isDone()).isFalse();
        holder.destroyForcibly();
        second.get().close();
        assertThat(heard)
                .containsExactly(
                        "waits for another run in this project, process " + holder.pid() + ", which runs `held`");
        threads.shutdown();
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws Exception {
        try (ProjectLock first = ProjectLock.take(state(), "first", heard::add)) {
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread second = new Thread(() -> {
                try {
                    ProjectLock.take(state(), "second", heard::add);
                } catch (Exception e) {
                    thrown.complete(e);
                }
            });
            second.start();
            awaitHeard();
            second.interrupt();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(first).isNotNull();
        }
        assertThat(state()).isEmptyDirectory();
    }

    @Test
    void threadsAndProcessesTakeTurns() throws Exception {
        List<Process> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(jvm("25"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<?>> ours = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ours.add(threads.submit(() -> {
                HeldLock.alone(state());
                return null;
            }));
        }
        for (Future<?> each : ours) {
            each.get();
        }
        for (Process other : others) {
            assertThat(other.waitFor()).isZero();
        }
        try (Stream<Path> files = Files.list(state())) {
            assertThat(files).isEmpty();
        }
        threads.shutdown();
    }

    @Test
    void whatTheDeadLeftLocksNobodyOutAndGoes() throws Exception {
        Files.createDirectories(state());
        Files.writeString(state().resolve("lock"), "process 1, which runs `old`", StandardCharsets.UTF_8);
        Path turn = Files.createFile(state().resolve("turn-999999999-1"));
        Path work = Files.createDirectories(project.resolve("work-999999999-1.x/spill"));
        Path old = Files.createDirectories(project.resolve("work-of-old"));
        Path own = Files.createDirectories(project.resolve("work-" + Owner.self() + ".x"));
        try (ProjectLock lock = ProjectLock.take(state(), "second", heard::add)) {
            new Leftovers(project).end(lock);
            assertThat(state().resolve("turn-" + Owner.self())).exists();
        }
        assertThat(heard).isEmpty();
        assertThat(List.of(turn, work.getParent(), old, own)).noneMatch(Files::exists);
        assertThat(state()).isEmptyDirectory();
    }

    /** Where there are no locks nobody else keeps out who is at work. */
    @Test
    void whatTheLivingUseStays() throws Exception {
        Process other = jvm();
        assertThat(other.getInputStream().read()).isEqualTo('h');
        long started = other.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Path work = Files.createDirectories(project.resolve("work-" + new Owner(other.pid(), started) + ".x"));
        Path elsewhere = project.resolve("elsewhere");
        try (ProjectLock lock = ProjectLock.take(elsewhere, "second", heard::add)) {
            new Leftovers(project).end(lock);
            assertThat(work).isDirectory();
            other.destroyForcibly().waitFor();
            new Leftovers(project).end(lock);
            assertThat(work).doesNotExist();
        }
    }

    @Test
    void whoCannotWriteItsNameHasNothing() throws Exception {
        Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/full")), "no device that is full");
        Files.createDirectories(state());
        Path lock = Files.createSymbolicLink(state().resolve("lock"), Path.of("/dev/full"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ProjectLock.tryTake(state(), "x")).isInstanceOf(IOException.class);
        }
        Files.delete(lock);
        ProjectLock.tryTake(state(), "x").orElseThrow().close();
    }

    /** It would wait for a run that waits for it. */
    @Test
    void aRunInsideARunIsRefused() throws Exception {
        try (ProjectLock outer = ProjectLock.take(state(), "outer", heard::add)) {
            Process inner = jvm(
                    Map.of(
                            "GLEAM_RUN",
                            "gleam-1-x:gleam-" + ProcessHandle.current().pid() + "-y"),
                    "1");
            String said = new String(inner.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(inner.waitFor()).isNotZero();
            assertThat(said).contains("a step of a flow cannot run flows of the same project", "runs `outer`");
            assertThat(outer).isNotNull();
        }
        assertThat(jvm(Map.of("GLEAM_RUN", "gleam-1-x"), "1").waitFor()).isZero();
    }

    @Test
    void soIsOneThatHasDroppedTheMarkOfTheRun() throws Exception {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "no /proc");
        Map<String, String> marked =
                Map.of("GLEAM_RUN", "gleam-" + ProcessHandle.current().pid() + "-y");
        List<String> dropping = List.of("sh", "-c", "env -u GLEAM_RUN \"$@\"; exit $?", "sh");
        try (ProjectLock outer = ProjectLock.take(state(), "outer", heard::add)) {
            Process inner = jvm(dropping, marked, "1");
            String said = new String(inner.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(inner.waitFor()).isNotZero();
            assertThat(said).contains("a step of a flow cannot run flows of the same project", "runs `outer`");
            assertThat(outer).isNotNull();
        }
        assertThat(jvm(dropping, marked, "1").waitFor()).isZero();
    }

    /** As one that an IDE starts which runs a flow itself: that ends without it. */
    @Test
    void aChildOfTheProcessThatIsNoneOfTheRunWaits() throws Exception {
        Process other;
        try (ProjectLock outer = ProjectLock.take(state(), "outer", heard::add)) {
            other = jvm(List.of("sh", "-c", "\"$@\"; exit $?", "sh"), Map.of(), "1");
            assertThat(other.waitFor(2, TimeUnit.SECONDS)).isFalse();
            assertThat(outer).isNotNull();
        }
        assertThat(other.waitFor()).isZero();
    }
}

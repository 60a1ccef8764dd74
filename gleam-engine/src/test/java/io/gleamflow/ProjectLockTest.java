package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HeldLock.class.getName(),
                state().toString()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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
        Path alive = Files.createFile(
                state().resolve("turn-" + ProcessHandle.current().pid() + "-x"));
        assertThat(ProjectLock.isLostTurn(turn)).isTrue();
        assertThat(ProjectLock.isLostTurn(alive)).isFalse();
        try (ProjectLock lock = ProjectLock.take(state(), "second", heard::add)) {
            assertThat(lock).isNotNull();
        }
        assertThat(heard).isEmpty();
        assertThat(state().resolve("lock")).doesNotExist();
    }
}

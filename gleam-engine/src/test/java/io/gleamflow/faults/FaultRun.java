package io.gleamflow.faults;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a case once, with the real engine and real processes, and holds what is seen against the verdict. */
final class FaultRun {

    private static final String OLD = "what an earlier run has written\n";
    private static final int PATIENCE_SECONDS = 30;

    private final Fault fault;
    private final int shards;
    private final Path project;
    private final Gleam gleam;
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    /**
     * Prepares a run.
     *
     * @param runtime of scripts; empty when there are none
     * @param project a directory that does not exist
     */
    FaultRun(Fault fault, int shards, Optional<LuaRuntime> runtime, Path project) {
        this.fault = fault;
        this.shards = shards;
        this.project = project;
        Path build = project.resolve("target");
        LuaChoice lua = new LuaChoice(runtime, "luajit");
        this.gleam = new Gleam(new Project(project, build, build, lua, Map.of(), Map.of()));
    }

    /** What was seen, and all that is wrong with it. */
    record Outcome(String seen, double seconds, List<String> complaints) {
        public Outcome {
            complaints = List.copyOf(complaints);
        }
    }

    Outcome run() throws IOException, InterruptedException {
        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/out.txt"), OLD);
        Files.write(project.resolve("flow.yaml"), fault.descriptor());
        try {
            for (Fault.Action setting : fault.settings()) {
                setting.in(project);
            }
            return checked();
        } finally {
            fault.after().in(project);
        }
    }

    private Outcome checked() throws IOException, InterruptedException {
        Snapshot before = Snapshot.of(project);
        LeftBehind leftovers = LeftBehind.before(project);
        Thread disturbance = disturbance();
        long start = System.nanoTime();
        Optional<Throwable> thrown = thrown();
        double seconds = (System.nanoTime() - start) / 1e9;
        disturbance.interrupt();
        disturbance.join();
        complaints.addAll(leftovers.after());
        leftovers.end();
        Judge judge = new Judge(fault, project);
        complaints.addAll(judge.complaints(thrown));
        complaints.addAll(judge.changes(before));
        if (log.stream().noneMatch(line -> line.contains(fault.log()))
                && !fault.log().isEmpty()) {
            complaints.add("nothing logged has `" + fault.log() + "` in it, only " + log);
        }
        return new Outcome(judge.seen(thrown), seconds, complaints);
    }

    private Thread disturbance() {
        Thread thread = new Thread(
                () -> {
                    try {
                        fault.meanwhile().in(project);
                    } catch (IOException | RuntimeException e) {
                        complaints.add("the disturbance failed: " + e);
                    } catch (InterruptedException ended) {
                        // the run has ended first
                    }
                },
                "disturbance");
        thread.start();
        return thread;
    }

    /** What loading or running the flow throws; a run that takes too long is interrupted. */
    private Optional<Throwable> thrown() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        loadAndRun();
                    } catch (Throwable e) {
                        thrown.set(e);
                    }
                },
                "fault");
        thread.start();
        TimeUnit.NANOSECONDS.timedJoin(thread, fault.limit().toNanos());
        if (!thread.isAlive()) {
            return Optional.ofNullable(thrown.get());
        }
        complaints.add("it took more than " + fault.limit().toSeconds() + " s");
        thread.interrupt();
        TimeUnit.SECONDS.timedJoin(thread, PATIENCE_SECONDS);
        if (thread.isAlive()) {
            complaints.add("it went on when it was interrupted: " + Arrays.toString(thread.getStackTrace()));
        }
        return Optional.of(new TimeoutException("hangs"));
    }

    private void loadAndRun() throws Exception {
        Gleam.Loaded loaded = gleam.load(project.resolve("flow.yaml"));
        loaded.warnings().forEach(warning -> log.add(warning.toString()));
        Tuning tuning = new Tuning(OptionalInt.of(shards), OptionalLong.of(fault.memory()));
        gleam.run(loaded.flow(), tuning, (step, line) -> log.add(line));
    }
}

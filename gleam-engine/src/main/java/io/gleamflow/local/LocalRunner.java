package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.plan.Plan;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.FlowRunner;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs flows on this machine: engine work on threads, Lua and shell steps as child processes. Immutable; several flows may
 * run at once, each with directories of its own.
 */
public final class LocalRunner implements FlowRunner {

    private final Duration waited;
    private final Optional<KeptWorkers> kept;

    public LocalRunner() {
        this(Duration.ZERO);
    }

    /** Of runs whose time has begun so long ago. */
    public LocalRunner(Duration waited) {
        this(waited, Optional.empty());
    }

    /** Of runs one after the other whose workers wait for the next; the caller closes them. */
    public LocalRunner(KeptWorkers kept) {
        this(Duration.ZERO, Optional.of(kept));
    }

    private LocalRunner(Duration waited, Optional<KeptWorkers> kept) {
        this.waited = waited;
        this.kept = kept;
    }

    @Override
    public RunReport run(Flow flow, RunOptions options, RunListener listener)
            throws FailureException, InterruptedException {
        Secrets secrets = Secrets.of(flow);
        try {
            return secrets.hidden(run(flow, options, secrets, new OneAtATime(listener, secrets)));
        } catch (FailureException e) {
            throw secrets.hidden(e);
        } catch (RuntimeException e) {
            throw secrets.hidden(e);
        }
    }

    private RunReport run(Flow flow, RunOptions options, Secrets secrets, RunListener log)
            throws FailureException, InterruptedException {
        long start = System.nanoTime() - waited.toNanos();
        Path work = options.workDirectory();
        try {
            createPrivate(work);
            boolean isPlanned = false;
            try (Crew crew = Crew.of(options, line -> log.logged(flow.name(), line))) {
                Plan plan = LocalPlans.plan(flow, options);
                isPlanned = true;
                return new LocalRun(flow, plan, options, secrets, log, start, kept, crew).run();
            } finally {
                if (isPlanned && options.keepsWork()) {
                    log.logged(flow.name(), "its work is kept in " + shown(work, options.baseDirectory()));
                } else {
                    delete(work, flow, log);
                }
            }
        } catch (IOException e) {
            throw new FailureException(Failure.of(Blame.RESOURCES, flow.place(), flow.name(), e.toString()), e);
        }
    }

    /** In it are scripts with the values of parameters, and rows: nobody else may read them. */
    static void createPrivate(Path work) throws IOException {
        Path absolute = work.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (absolute.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(absolute);
        }
    }

    private static Path shown(Path work, Path base) {
        return work.startsWith(base) ? base.relativize(work) : work;
    }

    /** What cannot be removed changes nothing about how the run went. */
    private static void delete(Path directory, Flow flow, RunListener log) {
        try {
            delete(directory);
        } catch (IOException | UncheckedIOException e) {
            log.warned(flow.name(), "cannot remove " + directory + ": " + e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

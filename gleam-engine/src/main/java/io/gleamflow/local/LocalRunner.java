package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.plan.Plan;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.process.ChildProcesses;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.FlowRunner;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs flows on this machine: engine work on threads, Lua and shell steps as child processes. Immutable; several flows may
 * run at once, each with directories of its own.
 */
public final class LocalRunner implements FlowRunner {

    /** Bytes for rows that are sorted or wait between stages, at most. */
    private static final long MEMORY = 128L << 20;

    private final Duration waited;

    public LocalRunner() {
        this(Duration.ZERO);
    }

    /** Of runs whose time has begun so long ago. */
    public LocalRunner(Duration waited) {
        this.waited = waited;
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
        Plan plan = LocalPlans.plan(flow, options);
        Path work = options.workDirectory();
        try {
            createPrivate(work);
            try {
                return run(flow, plan, options, secrets, log, start);
            } finally {
                delete(work, flow, log);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.of(Blame.RESOURCES, flow.place(), flow.name(), e.toString()), e);
        }
    }

    private static RunReport run(Flow flow, Plan plan, RunOptions options, Secrets secrets, RunListener log, long start)
            throws FailureException, InterruptedException, IOException {
        OutputFiles files = new OutputFiles(options.workDirectory());
        FileSpills spills = new FileSpills(options.workDirectory());
        RunReport report;
        try {
            report = published(flow, plan, options, secrets, log, start, files, spills);
        } finally {
            close(spills, flow, log);
            close(files, flow, log);
        }
        try {
            Publisher.print(plan, files, log);
        } catch (IOException e) {
            log.warned(flow.name(), "cannot show all that was to be printed: " + e);
        }
        return report;
    }

    /** Outputs may be in their places when this is done, so that it is no failure. */
    private static void close(Closeable used, Flow flow, RunListener log) {
        try {
            used.close();
        } catch (IOException e) {
            log.warned(flow.name(), "cannot close files of the run: " + e);
        }
    }

    private static RunReport published(
            Flow flow,
            Plan plan,
            RunOptions options,
            Secrets secrets,
            RunListener log,
            long start,
            OutputFiles files,
            FileSpills spills)
            throws FailureException, InterruptedException, IOException {
        List<RunReport.Task> tasks;
        List<RunReport.Output> outputs;
        List<RunReport.Rejected> rejected;
        // published while the reaper watches, so that a killed publication leaves no directory of the run behind
        FirstFailure failure = new FirstFailure();
        try (Deadlines deadlines = new Deadlines();
                ChildProcesses children = ChildProcesses.open(
                        options.workDirectory(), ChildProcesses.GRACE, line -> log.logged(flow.name(), line))) {
            Memory memory = Memory.of(memory(options), plan);
            Rejects rejects = new Rejects(plan, memory, spills);
            RunContext context = new RunContext(
                    flow,
                    options,
                    children,
                    spills,
                    memory,
                    new NumeralWarnings(log),
                    new WorkerPool(children, options, log, secrets),
                    WorkerPermits.forCores(Runtime.getRuntime().availableProcessors()),
                    rejects,
                    log,
                    secrets,
                    failure,
                    deadlines,
                    new TaskClock());
            new RunTimeout(flow, options, Duration.ofNanos(System.nanoTime() - start)).watch(deadlines, failure);
            tasks = new Execution(context, plan, files).run();
            rejected = rejects.all();
            outputs = new Publisher(context, files).publish(plan);
        }
        return new RunReport(flow.name(), Duration.ofNanos(System.nanoTime() - start), outputs, rejected, tasks);
    }

    /** In it are scripts with the values of parameters, and rows: nobody else may read them. */
    private static void createPrivate(Path work) throws IOException {
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

    private static long memory(RunOptions options) {
        return options.memory().orElse(Math.min(MEMORY, Runtime.getRuntime().maxMemory() / 4));
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

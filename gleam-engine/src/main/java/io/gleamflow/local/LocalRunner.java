package io.gleamflow.local;

import io.gleamflow.connector.Publication;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Override
    public RunReport run(Flow flow, RunOptions options, RunListener listener)
            throws FailureException, InterruptedException {
        Secrets secrets = Secrets.of(flow);
        try {
            return secrets.hidden(run(flow, options, secrets, new OneAtATime(listener, secrets)));
        } catch (FailureException e) {
            // what caused it may have a secret in its own message
            throw secrets.isEmpty() ? e : new FailureException(secrets.hidden(e.failure()));
        }
    }

    private static RunReport run(Flow flow, RunOptions options, Secrets secrets, RunListener log)
            throws FailureException, InterruptedException {
        long start = System.nanoTime();
        Plan plan = LocalPlans.plan(flow, options);
        Path work = options.workDirectory();
        try {
            Files.createDirectories(work);
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
        List<RunReport.Task> tasks;
        List<RunReport.Output> outputs;
        // published while the reaper watches, so that a killed publication leaves no directory of the run behind
        try (files;
                ChildProcesses children = ChildProcesses.open(
                        options.workDirectory(), ChildProcesses.GRACE, line -> log.logged(flow.name(), line));
                FileSpills spills = new FileSpills(options.workDirectory())) {
            RunContext context = new RunContext(
                    flow,
                    options,
                    children,
                    spills,
                    Memory.of(memory(options), plan),
                    new NumeralWarnings(log),
                    new WorkerPool(children, options, log),
                    WorkerPermits.forCores(Runtime.getRuntime().availableProcessors()),
                    log,
                    secrets);
            tasks = new Execution(context, plan, files).run();
            try (Publication publication = Publication.open(options.stateDirectory())) {
                outputs = new Publisher(options, files, publication).publish(plan);
            }
        }
        Publisher.print(plan, files, log);
        return new RunReport(flow.name(), Duration.ofNanos(System.nanoTime() - start), outputs, tasks);
    }

    private static long memory(RunOptions options) {
        return options.memory().orElse(Math.min(MEMORY, Runtime.getRuntime().maxMemory() / 4));
    }

    /** What cannot be removed changes nothing about how the run went. */
    private static void delete(Path directory, Flow flow, RunListener log) {
        try {
            delete(directory);
        } catch (IOException | UncheckedIOException e) {
            log.logged(flow.name(), "cannot remove " + directory + ": " + e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Lets one thread at a time through, as listeners are promised, and no secret. */
    private static final class OneAtATime implements RunListener {
        private final RunListener listener;
        private final Secrets secrets;

        OneAtATime(RunListener listener, Secrets secrets) {
            this.listener = listener;
            this.secrets = secrets;
        }

        @Override
        public synchronized void logged(String step, String line) {
            listener.logged(secrets.hidden(step), secrets.hidden(line));
        }
    }
}

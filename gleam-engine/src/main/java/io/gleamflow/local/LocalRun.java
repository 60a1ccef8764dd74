package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of a plan, in a work directory that is there: tasks first, then the publication, then what is printed. */
final class LocalRun {

    /** Bytes for rows that are sorted or wait between stages, at most. */
    private static final long MEMORY = 128L << 20;

    private final Flow flow;
    private final Plan plan;
    private final RunOptions options;
    private final Secrets secrets;
    private final RunListener log;
    private final long start;
    private final Optional<KeptWorkers> kept;
    private final Crew crew;
    private final FirstFailure failure = new FirstFailure();
    private final OutputFiles files;
    private final FileSpills spills;
    private final RunFigures figures;

    /**
     * @param start of the run, as {@code System.nanoTime} has it
     * @param kept workers of several runs; empty when the run has its own
     * @param crew ended by the run
     */
    LocalRun(
            Flow flow,
            Plan plan,
            RunOptions options,
            Secrets secrets,
            RunListener log,
            long start,
            Optional<KeptWorkers> kept,
            Crew crew) {
        this.flow = flow;
        this.plan = plan;
        this.options = options;
        this.secrets = secrets;
        this.log = log;
        this.start = start;
        this.kept = kept;
        this.crew = crew;
        this.files = new OutputFiles(options.workDirectory(), failure, isWrittenOnce(plan));
        this.spills = new FileSpills(options.workDirectory(), options.keepsWork());
        this.figures = new RunFigures(flow, plan, options.baseDirectory(), start);
    }

    private static boolean isWrittenOnce(Plan plan) {
        for (Stage stage : plan.stages()) {
            for (Operation operation : stage.ofEngine()) {
                if (operation instanceof EngineOperation.Write && Attempts.areWanted(operation.head())) {
                    return false;
                }
            }
        }
        return true;
    }

    RunReport run() throws FailureException, InterruptedException, IOException {
        RunReport report;
        try {
            report = published();
        } finally {
            close(spills);
            close(files);
        }
        try {
            Publisher.print(plan, files, log);
        } catch (IOException e) {
            log.warned(flow.name(), "cannot show all that was to be printed: " + e);
        }
        return report;
    }

    /** Outputs may be in their places when this is done, so that it is no failure. */
    private void close(Closeable used) {
        try {
            used.close();
        } catch (IOException e) {
            log.warned(flow.name(), "cannot close files of the run: " + e);
        }
    }

    private RunReport published() throws FailureException, InterruptedException, IOException {
        // published while the reaper watches, so that a killed publication leaves no directory of the run behind
        Memory memory = Memory.of(memory(), plan);
        Rejects rejects = new Rejects(plan, memory, spills);
        try (Deadlines deadlines = new Deadlines();
                Crew own = crew) {
            WorkerPool workers = kept.isPresent() ? kept.get().pool(options) : own.workers();
            FirstWorkers.of(plan).forEach(workers::prepare);
            RunContext context = new RunContext(
                    flow,
                    options,
                    own.children(),
                    spills,
                    memory,
                    new NumeralWarnings(log),
                    workers,
                    WorkerPermits.forCores(Runtime.getRuntime().availableProcessors()),
                    rejects,
                    log,
                    secrets,
                    failure,
                    deadlines,
                    new TaskClock(),
                    figures.ofRun());
            new RunTimeout(flow, options, Duration.ofNanos(System.nanoTime() - start)).watch(deadlines, failure);
            new Execution(context, plan, figures.tasks(), files).run();
            List<RunReport.Rejected> rejected = rejects.all();
            RunReport report = figures.report(new Publisher(context, files).publish(plan), rejected, Optional.empty());
            awaitArchive(workers);
            return report;
        } catch (FailureException e) {
            Optional<Failure> why = Optional.of(e.failure());
            log.failed(figures.report(List.of(), rejects.soFar(), why));
            throw e;
        }
    }

    /** Outputs are in their places, so that an interruption no longer ends the run. */
    private void awaitArchive(WorkerPool workers) {
        try {
            if (kept.isEmpty()) {
                workers.awaitArchive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long memory() {
        return options.memory().orElse(Math.min(MEMORY, Runtime.getRuntime().maxMemory() / 4));
    }
}

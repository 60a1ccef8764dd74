package io.gleamflow.local;

import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.TaskReport.Status;
import io.gleamflow.row.RowSink;
import io.gleamflow.worker.StepRejects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the tasks of a plan, each on a thread; tasks wait for each other at the edges only. The first failure kills all
 * children and interrupts all threads.
 */
final class Execution {

    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final int LOOK_MILLIS = 100;

    private final RunContext run;
    private final List<StageTask> tasks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Figures figures;
    private final FirstFailure failure;
    private long told = System.nanoTime();

    Execution(RunContext run, Plan plan, Figures figures, OutputFiles outputs) {
        this.run = run;
        this.figures = figures;
        Edges edges = new Edges(plan, run.memory(), run.spills(), figures, run.rejects(), run.log());
        for (Stage stage : plan.stages()) {
            for (int shard = 0; shard < stage.shards(); shard++) {
                RunContext task = run.ofTask(figures.of(stage.number(), shard));
                Position position = new Position();
                TaskRejects rejects = new TaskRejects(task, stage, shard, position);
                Optional<StepRejects> bad = stage.input() instanceof Input.Stepped source
                        ? rejects.in(source.head(), List.of())
                        : Optional.empty();
                ShardInput input = new ShardInput(task, stage, shard, edges, position, bad);
                EngineSinks engine = new EngineSinks(task, outputs, stage, shard);
                RowSink last = edges.outOf(stage.number(), shard);
                tasks.add(new StageTask(task, stage, shard, input, rejects, engine, last));
            }
        }
        failure = run.failure();
    }

    /** Runs all tasks to their end. */
    void run() throws FailureException, InterruptedException {
        for (int i = 0; i < tasks.size(); i++) {
            int index = i;
            Thread thread = new Thread(() -> runTask(index), tasks.get(i).name());
            thread.setDaemon(true);
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.start();
        }
        failure.whenFailed(this::cancel);
        try {
            for (Thread thread : threads) {
                while (thread.isAlive() && !failure.isOver()) {
                    thread.join(LOOK_MILLIS);
                    tellProgress();
                }
            }
        } catch (InterruptedException e) {
            failure.cancel();
            settle();
            throw e;
        }
        if (failure.isOver()) {
            settle();
        }
        failure.rethrow();
    }

    private void tellProgress() {
        long now = System.nanoTime();
        if (now - told >= LOOK_MILLIS * 1_000_000L) {
            told = now;
            run.log().progressed(figures.progress());
        }
    }

    private void runTask(int index) {
        StageTask task = tasks.get(index);
        try {
            task.run();
            task.figures().end(Status.DONE);
        } catch (FailureException e) {
            boolean first = failure.fail(e.failure());
            task.figures().end(first ? Status.FAILED : Status.STOPPED);
        } catch (InterruptedException e) {
            // the run has been cancelled, and whoever did it knows why
            task.figures().end(Status.STOPPED);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            boolean first = failure.fail(task.failure(e));
            task.figures().end(first ? Status.FAILED : Status.STOPPED);
        }
    }

    /** Waits a while for threads that have been told to end, so that they do not write to what is being removed. */
    private void settle() throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        for (Thread thread : threads) {
            thread.join(Math.max(1, (patience - System.nanoTime()) / 1_000_000));
        }
    }

    private void cancel() {
        run.children().killAll();
        run.workers().abort();
        threads.forEach(Thread::interrupt);
    }
}

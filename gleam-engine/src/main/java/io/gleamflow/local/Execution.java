package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Exchange;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.row.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the tasks of a plan, each on a thread; tasks wait for each other at the edges only. The first failure kills all
 * children and interrupts all threads.
 */
final class Execution {

    /** Bytes for sorting, at most: or a quarter of the heap, if that is less. */
    private static final long SORT_MEMORY = 128L << 20;

    private final RunContext run;
    private final List<StageTask> tasks = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final RunReport.Task[] reports;
    private final FirstFailure failure;

    Execution(RunContext run, Plan plan, OutputFiles outputs) {
        this.run = run;
        Map<Integer, Edge> edges = edges(plan, run.spills());
        for (Stage stage : plan.stages()) {
            Edge leaving = edges.get(stage.number());
            for (int shard = 0; shard < stage.shards(); shard++) {
                ShardInput input = new ShardInput(stage.input(), shard, stage.shards(), edges);
                RowSink last = leaving == null ? new Nowhere() : leaving.writer(shard);
                tasks.add(new StageTask(run, stage, shard, input, outputs.of(shard, stage.shards()), last));
            }
        }
        reports = new RunReport.Task[tasks.size()];
        failure = new FirstFailure(this::cancel);
    }

    /** Where rows go that nobody wants any more. */
    private static final class Nowhere implements RowSink {
        @Override
        public void row(byte[] bytes, int start, int end) {}

        @Override
        public void end() {}
    }

    private static Map<Integer, Edge> edges(Plan plan, SpillStore store) {
        Map<Integer, Edge> edges = new HashMap<>();
        Budget budget = Budget.of(Math.min(SORT_MEMORY, Runtime.getRuntime().maxMemory() / 4));
        for (Stage stage : plan.stages()) {
            if (stage.input() instanceof Input.Exchanged from) {
                int upstream = plan.stages().get(from.stage()).shards();
                edges.put(from.stage(), edge(from.exchange(), upstream, stage.shards(), budget, store));
            }
        }
        return edges;
    }

    private static Edge edge(Exchange exchange, int upstream, int shards, Budget budget, SpillStore store) {
        if (exchange instanceof Exchange.Range range) {
            return new RangeEdge(range, upstream, shards, budget, store);
        } else if (exchange instanceof Exchange.Hash hash) {
            int[] columns = hash.columns().stream().mapToInt(i -> i).toArray();
            return new HashEdge(columns, upstream, shards, store);
        } else if (exchange instanceof Exchange.Cut) {
            return new CutEdge(upstream, shards, store);
        }
        return exchange instanceof Exchange.Gather
                ? SpooledEdge.gather(upstream, store)
                : SpooledEdge.forward(upstream, store);
    }

    /**
     * Runs all tasks to their end.
     *
     * @return what each did, in the order of stages and shards
     */
    List<RunReport.Task> run() throws FailureException, InterruptedException {
        for (int i = 0; i < tasks.size(); i++) {
            int index = i;
            Thread thread = new Thread(() -> runTask(index), tasks.get(i).name());
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            cancel();
            throw e;
        }
        Optional<Failure> first = failure.get();
        if (first.isPresent()) {
            throw new FailureException(first.get());
        }
        return List.of(reports);
    }

    private void runTask(int index) {
        StageTask task = tasks.get(index);
        try {
            reports[index] = task.run();
        } catch (FailureException e) {
            failure.fail(e.failure());
        } catch (InterruptedException e) {
            // the run has been cancelled, and whoever did it knows why
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure.fail(task.failure(e));
        }
    }

    private void cancel() {
        run.children().killAll();
        threads.forEach(Thread::interrupt);
    }
}

package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.RowOrder;
import io.gleamflow.operator.RunSorter;
import io.gleamflow.operator.SortedRun;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.row.RowSink;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;

/** Sorts the rows of a stage, shard by shard, into runs. */
final class SortedInflow implements Inflow {

    /** So many runs a sorter leaves, at least: with fewer it would merge all the time. */
    private static final int LEAST_RUNS = 2;

    private static final int MOST_RUNS = 16;

    /** Each shard downstream reads from the runs of all sorters at once, through a buffer for each. */
    private static final int ALL_RUNS = 64;

    private final List<RunSorter> sorters = new ArrayList<>();
    private final CountDownLatch unsorted;

    /**
     * @param columns whose values are the key; none means the whole row
     * @param stores where each shard spills
     */
    SortedInflow(
            List<Integer> columns,
            List<Boolean> descending,
            int shards,
            Budget budget,
            IntFunction<SpillStore> stores) {
        int[] keys = columns.stream().mapToInt(i -> i).toArray();
        boolean[] down = new boolean[keys.length];
        for (int i = 0; i < keys.length; i++) {
            down[i] = descending.get(i);
        }
        this.unsorted = new CountDownLatch(shards);
        int runs = Math.max(LEAST_RUNS, Math.min(MOST_RUNS, ALL_RUNS / shards));
        for (int i = 0; i < shards; i++) {
            sorters.add(new RunSorter(new RowOrder(keys, down), budget, stores.apply(i), runs));
        }
    }

    @Override
    public RowSink writer(int shard) {
        RunSorter sorter = sorters.get(shard);
        return new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                sorter.row(bytes, start, end);
            }

            @Override
            public void end() {
                sorter.end();
                unsorted.countDown();
            }
        };
    }

    /** Waits until all shards are sorted. */
    void await() throws InterruptedIOException {
        try {
            unsorted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was cancelled");
        }
    }

    /** The runs of all shards, those of lower ones first. */
    List<SortedRun> runs() {
        return sorters.stream().flatMap(sorter -> sorter.runs().stream()).toList();
    }

    /** The most columns a row has. */
    int widest() {
        return sorters.stream().mapToInt(RunSorter::widest).max().orElse(0);
    }

    /** Gives back what the runs take. */
    void close() {
        sorters.forEach(RunSorter::close);
    }
}

package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.RowOrder;
import io.gleamflow.operator.RunReader;
import io.gleamflow.operator.RunSorter;
import io.gleamflow.operator.SortedRun;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.operator.Splitters;
import io.gleamflow.plan.Exchange;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Sorts: each upstream shard makes sorted runs, the keys at which shards meet are taken from the runs, and each downstream
 * shard merges its range of keys from all of them. Rows with equal keys keep the order of the upstream shards.
 */
final class RangeEdge implements Edge {

    private final List<RunSorter> sorters = new ArrayList<>();
    private final int shards;
    private final CountDownLatch unsorted;
    private List<byte[]> splitters = List.of();
    private List<SortedRun> runs = List.of();
    private boolean split;
    private int reading;

    RangeEdge(Exchange.Range range, int upstream, int shards, Budget budget, SpillStore store) {
        this.shards = shards;
        this.reading = shards;
        this.unsorted = new CountDownLatch(upstream);
        int[] columns = range.columns().stream().mapToInt(i -> i).toArray();
        boolean[] descending = new boolean[columns.length];
        for (int i = 0; i < columns.length; i++) {
            descending[i] = range.descending().get(i);
        }
        for (int i = 0; i < upstream; i++) {
            sorters.add(new RunSorter(new RowOrder(columns, descending), budget, store));
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

    @Override
    public void awaitReady(int shard) throws IOException {
        try {
            unsorted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was cancelled");
        }
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        awaitReady(shard);
        MergedRuns merged = open(shard);
        while (merged.next()) {
            RunReader row = merged.current();
            sink.row(row.bytes(), row.keyEnd(), row.rowEnd());
        }
        close();
    }

    private synchronized MergedRuns open(int shard) throws IOException {
        if (!split) {
            runs = sorters.stream().flatMap(sorter -> sorter.runs().stream()).toList();
            splitters = Splitters.of(runs, shards);
            sorters.clear();
            split = true;
        }
        // with fewer splitters than asked for, the last shards have no rows
        if (shard > splitters.size()) {
            return MergedRuns.open(List.of(), null, null);
        }
        byte[] from = shard == 0 ? null : splitters.get(shard - 1);
        byte[] to = shard == splitters.size() ? null : splitters.get(shard);
        return MergedRuns.open(runs, from, to);
    }

    private synchronized void close() throws IOException {
        if (--reading == 0) {
            for (SortedRun run : runs) {
                run.close();
            }
            runs = List.of();
        }
    }
}

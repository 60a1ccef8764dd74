package io.gleamflow.local;

import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.SortedRun;
import io.gleamflow.operator.Splitters;
import io.gleamflow.row.KeyEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides the keys of sorted inflows among shards, when all are sorted: equal keys are in one shard, whatever inflow they
 * come by. Thread-safe.
 */
final class KeyRanges {

    private final List<SortedInflow> inflows;
    private final int keys;
    private final int shards;
    private List<byte[]> splitters = List.of();
    private boolean split;
    private int reading;

    /**
     * @param keys how many of the first values of a key keep rows together; with 0 all of them do
     */
    KeyRanges(List<SortedInflow> inflows, int keys, int shards) {
        this.inflows = inflows;
        this.keys = keys;
        this.shards = shards;
        this.reading = shards;
    }

    void await() throws IOException {
        for (SortedInflow inflow : inflows) {
            inflow.await();
        }
    }

    /** The rows of one inflow in the range of a shard. */
    MergedRuns open(SortedInflow inflow, int shard) throws IOException {
        List<byte[]> keys = splitters();
        // with fewer splitters than asked for, the last shards have no rows
        if (shard > keys.size()) {
            return MergedRuns.open(List.of(), null, null);
        }
        byte[] from = shard == 0 ? null : keys.get(shard - 1);
        byte[] to = shard == keys.size() ? null : keys.get(shard);
        return MergedRuns.open(inflow.runs(), from, to);
    }

    private synchronized List<byte[]> splitters() {
        if (!split) {
            List<SortedRun> all = new ArrayList<>();
            inflows.forEach(inflow -> all.addAll(inflow.runs()));
            splitters = whole(Splitters.of(all, shards));
            split = true;
        }
        return splitters;
    }

    /** Keeps of each splitter what keeps rows together, so that none of them parts such rows. */
    private List<byte[]> whole(List<byte[]> found) {
        if (keys == 0) {
            return found;
        }
        List<byte[]> whole = new ArrayList<>();
        for (byte[] splitter : found) {
            byte[] first = Arrays.copyOf(splitter, KeyEncoder.end(splitter, keys));
            if (whole.isEmpty() || !Arrays.equals(whole.get(whole.size() - 1), first)) {
                whole.add(first);
            }
        }
        return whole;
    }

    /** Says that a shard has been read; behind the last one the runs are let go. */
    synchronized void done() {
        if (--reading == 0) {
            inflows.forEach(SortedInflow::close);
        }
    }
}

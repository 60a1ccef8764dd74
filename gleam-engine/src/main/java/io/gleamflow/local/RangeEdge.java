package io.gleamflow.local;

import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.RunReader;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.List;

/**
 * Sorts: each upstream shard makes sorted runs, the keys at which shards meet are taken from the runs, and each downstream
 * shard merges its range of keys from all of them. Rows with equal keys keep the order of the upstream shards.
 */
final class RangeEdge implements Edge {

    private final SortedInflow inflow;
    private final KeyRanges ranges;

    /**
     * @param keys how many of the first columns of the key keep rows together; with 0 all of them do
     */
    RangeEdge(SortedInflow inflow, int keys, int shards) {
        this.inflow = inflow;
        this.ranges = new KeyRanges(List.of(inflow), keys, shards);
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        ranges.await();
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        ranges.await();
        try {
            MergedRuns merged = ranges.open(inflow, shard);
            while (merged.next()) {
                RunReader row = merged.current();
                sink.row(row.bytes(), row.keyEnd(), row.rowEnd());
            }
        } finally {
            ranges.done();
        }
    }
}

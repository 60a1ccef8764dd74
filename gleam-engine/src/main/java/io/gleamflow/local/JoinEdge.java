package io.gleamflow.local;

import io.gleamflow.operator.MergedRuns;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.List;

/** Two inputs with keys: both are sorted, and each shard gets the same range of keys of both. */
final class JoinEdge implements Edge {

    private final SortedInflow left;
    private final SortedInflow right;
    private final Pairing pairing;
    private final KeyRanges ranges;

    /** What is made of two sequences of rows in the order of their keys. */
    interface Pairing {
        /**
         * Hands on what comes out of the ranges of one shard, but not the end.
         *
         * @param leftWidest the most columns a left row has, in any shard
         */
        void run(int shard, MergedRuns left, MergedRuns right, int leftWidest, int rightWidest, RowSink sink)
                throws IOException;
    }

    JoinEdge(SortedInflow left, SortedInflow right, Pairing pairing, int shards) {
        this.left = left;
        this.right = right;
        this.pairing = pairing;
        this.ranges = new KeyRanges(List.of(left, right), 0, shards);
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        ranges.await();
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        ranges.await();
        try {
            MergedRuns lefts = ranges.open(left, shard);
            MergedRuns rights = ranges.open(right, shard);
            pairing.run(shard, lefts, rights, left.widest(), right.widest(), sink);
        } finally {
            ranges.done();
        }
    }
}

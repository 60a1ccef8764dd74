package io.gleamflow.local;

import io.gleamflow.plan.Exchange;
import io.gleamflow.row.RowSink;
import java.io.IOException;

/** Cuts a sequence, or a range of it, into pieces of as many rows each, give or take one, whatever shards it comes in. */
final class CutEdge implements Edge {

    private final RowSpools rows;
    private final Exchange.Cut cut;
    private final int pieces;

    CutEdge(RowSpools rows, Exchange.Cut cut, int pieces) {
        this.rows = rows;
        this.cut = cut;
        this.pieces = pieces;
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        rows.rows();
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        long skipped = Math.min(cut.skip(), rows.rows());
        long wanted = Math.min(cut.most(), rows.rows() - skipped);
        long from = skipped + bound(wanted, shard);
        long to = skipped + bound(wanted, shard + 1);
        long passed = 0;
        for (RowSpool spool : rows.all()) {
            spool.readTo(Math.max(0, from - passed), Math.max(0, to - passed), sink);
            passed += spool.rows();
        }
    }

    private long bound(long all, int piece) {
        return all / pieces * piece + all % pieces * piece / pieces;
    }
}

package io.gleamflow.local;

import io.gleamflow.operator.SpillStore;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a sequence into pieces of as many rows each, give or take one, whatever shards it comes in. */
final class CutEdge implements Edge {

    private final List<RowSpool> spools;
    private final int pieces;

    CutEdge(int upstream, int pieces, SpillStore store) {
        this.spools =
                IntStream.range(0, upstream).mapToObj(i -> new RowSpool(store)).toList();
        this.pieces = pieces;
    }

    @Override
    public RowSink writer(int shard) {
        return spools.get(shard);
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        for (RowSpool spool : spools) {
            spool.rows();
        }
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        long all = 0;
        for (RowSpool spool : spools) {
            all += spool.rows();
        }
        long from = bound(all, shard);
        long to = bound(all, shard + 1);
        long passed = 0;
        for (RowSpool spool : spools) {
            spool.readTo(Math.max(0, from - passed), Math.max(0, to - passed), sink);
            passed += spool.rows();
        }
    }

    private long bound(long all, int piece) {
        return all / pieces * piece + all % pieces * piece / pieces;
    }
}

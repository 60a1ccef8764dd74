package io.gleamflow.local;

import io.gleamflow.operator.SpillStore;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that keep their order: shard to shard, or all shards, one after the other, into one. */
final class SpooledEdge implements Edge {

    private final List<RowSpool> spools;
    private final boolean gather;

    private SpooledEdge(int shards, boolean gather, SpillStore store) {
        this.spools =
                IntStream.range(0, shards).mapToObj(i -> new RowSpool(store)).toList();
        this.gather = gather;
    }

    static Edge forward(int shards, SpillStore store) {
        return new SpooledEdge(shards, false, store);
    }

    static Edge gather(int shards, SpillStore store) {
        return new SpooledEdge(shards, true, store);
    }

    @Override
    public RowSink writer(int shard) {
        return spools.get(shard);
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        spools.get(gather ? 0 : shard).awaitFirst();
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        if (!gather) {
            spools.get(shard).drainTo(sink);
            return;
        }
        for (RowSpool spool : spools) {
            spool.drainTo(sink);
        }
    }
}

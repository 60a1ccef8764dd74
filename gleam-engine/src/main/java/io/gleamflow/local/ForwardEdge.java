package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.List;

/** Some sequences one after the other: each shard reads a contiguous part of all their shards. */
final class ForwardEdge implements Edge {

    private final List<RowSpool> upstream;
    private final int shards;

    /**
     * @param inputs in order
     * @param shards as many as there are upstream, or fewer
     */
    ForwardEdge(List<RowSpools> inputs, int shards) {
        this.upstream = inputs.stream().flatMap(input -> input.all().stream()).toList();
        this.shards = shards;
    }

    private List<RowSpool> of(int shard) {
        int all = upstream.size();
        return upstream.subList(all * shard / shards, all * (shard + 1) / shards);
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        List<RowSpool> mine = of(shard);
        if (!mine.isEmpty()) {
            mine.get(0).awaitFirst();
        }
    }

    @Override
    public void awaitAll(int shard) throws IOException {
        for (RowSpool spool : of(shard)) {
            spool.rows();
        }
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        for (RowSpool spool : of(shard)) {
            spool.drainTo(sink);
        }
    }
}

package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.Keys;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.row.BatchBuilder;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends rows with equal keys to the same shard, which depends on the key and the number of shards only. */
final class HashEdge implements Edge, Inflow {

    /** Bytes that all spools together gather before they hand them on. */
    private static final int ALL = 8 << 20;

    private static final int LEAST = 4 << 10;

    private final int[] columns;
    private final int shards;
    private final List<List<RowSpool>> spools = new ArrayList<>();

    HashEdge(int[] columns, int upstream, int shards, Budget budget, IntFunction<SpillStore> stores) {
        this.columns = columns.clone();
        this.shards = shards;
        int batch = Math.max(LEAST, Math.min(BatchBuilder.FULL, ALL / (upstream * shards)));
        for (int i = 0; i < upstream; i++) {
            SpillStore store = stores.apply(i);
            spools.add(IntStream.range(0, shards)
                    .mapToObj(j -> new RowSpool(1, batch, budget, store))
                    .toList());
        }
    }

    @Override
    public RowSink writer(int shard) {
        List<RowSpool> targets = spools.get(shard);
        return new RowSink() {
            private final RowCursor cursor = new RowCursor();
            private final Bytes key = new Bytes(64);

            @Override
            public void row(byte[] bytes, int start, int end) {
                cursor.reset(bytes, start, end);
                key.clear();
                Keys.encode(cursor, columns, key);
                int hash = KeyTable.hash(key.array(), 0, key.length());
                targets.get(Math.floorMod(hash, shards)).row(bytes, start, end);
            }

            @Override
            public void end() {
                targets.forEach(RowSpool::end);
            }
        };
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        for (List<RowSpool> upstream : spools) {
            upstream.get(shard).rows();
        }
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        for (List<RowSpool> upstream : spools) {
            upstream.get(shard).drainTo(sink);
        }
    }
}

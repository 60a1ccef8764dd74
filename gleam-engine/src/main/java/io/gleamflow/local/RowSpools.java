package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.row.RowSink;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The rows of a stage, kept shard by shard until all that want them have read them. */
final class RowSpools implements Inflow {

    private final List<RowSpool> spools;

    /**
     * @param stores where each shard spills
     * @param readers how often the rows are drained; {@link RowSpool#KEPT} keeps them
     */
    RowSpools(int shards, int readers, Budget budget, IntFunction<SpillStore> stores) {
        this.spools = IntStream.range(0, shards)
                .mapToObj(i -> new RowSpool(readers, budget, stores.apply(i)))
                .toList();
    }

    @Override
    public RowSink writer(int shard) {
        return spools.get(shard);
    }

    RowSpool shard(int shard) {
        return spools.get(shard);
    }

    List<RowSpool> all() {
        return spools;
    }

    /** How many rows there are; waits for all of them. */
    long rows() throws InterruptedIOException {
        long rows = 0;
        for (RowSpool spool : spools) {
            rows += spool.rows();
        }
        return rows;
    }
}

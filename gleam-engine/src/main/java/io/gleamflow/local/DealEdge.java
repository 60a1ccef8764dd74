package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import java.io.IOException;

/** Deals the rows of a sequence out to shards in turn, whatever shards it comes in. */
final class DealEdge implements Edge {

    private final RowSpools rows;
    private final int shards;

    DealEdge(RowSpools rows, int shards) {
        this.rows = rows;
        this.shards = shards;
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        rows.rows();
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        Dealt dealt = new Dealt(shard, sink);
        for (RowSpool spool : rows.all()) {
            spool.readTo(0, Long.MAX_VALUE, dealt);
        }
    }

    /** Lets the rows of one shard through. */
    private final class Dealt implements RowSink {
        private final int shard;
        private final RowSink sink;
        private int turn;

        Dealt(int shard, RowSink sink) {
            this.shard = shard;
            this.sink = sink;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            if (turn == shard) {
                sink.row(bytes, start, end);
            }
            turn = turn + 1 == shards ? 0 : turn + 1;
        }

        @Override
        public void end() {
            throw new IllegalStateException("spools do not end their readers");
        }
    }
}

package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import java.io.IOException;

/**
 * Carries rows to the shards of a stage, between threads; each shard reads once. Reading waits for what it needs; an
 * interrupted reader throws {@link java.io.InterruptedIOException}. Rows come in by an {@link Inflow} for each stage that
 * they come from. A writer never waits for a reader, so stages cannot wait for each other in a circle.
 */
interface Edge {

    /** Waits until the rows of a shard are there, or begin to come. */
    void awaitReady(int shard) throws IOException;

    /** Waits until all rows of a shard are there, so that reading waits for nobody. */
    default void awaitAll(int shard) throws IOException {
        awaitReady(shard);
    }

    /** Hands on the rows of a shard, in order, but not the end. */
    void read(int shard, RowSink sink) throws IOException;
}

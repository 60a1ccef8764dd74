package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import java.io.IOException;

/**
 * Carries the rows of one stage to the next, between threads. Each upstream shard has one writer, each downstream shard
 * reads once. Reading waits for what it needs; an interrupted reader throws {@link java.io.InterruptedIOException}.
 */
interface Edge {

    /** Takes the rows of an upstream shard; its {@code end} must be called when the shard has ended well. */
    RowSink writer(int shard);

    /** Waits until the rows of a downstream shard are there, or begin to come. */
    void awaitReady(int shard) throws IOException;

    /** Hands on the rows of a downstream shard, in order, but not the end. */
    void read(int shard, RowSink sink) throws IOException;
}

package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import io.gleamflow.worker.TaskInput;
import java.io.Closeable;
import java.io.IOException;

/** Rows that are all there and are kept until this is closed; they may be handed on more than once. */
final class KeptRows implements ShardRows, RowSink, Closeable {

    private final RowSpool rows;

    /** None yet. */
    KeptRows(RunContext run) {
        rows = new RowSpool(RowSpool.KEPT, run.memory().ofSpools(), run.spills());
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        rows.row(bytes, start, end);
    }

    @Override
    public void end() {
        rows.end();
    }

    @Override
    public void awaitReady() {}

    @Override
    public void awaitAll() {}

    @Override
    public void into(RowSink sink) throws IOException {
        rows.readTo(0, Long.MAX_VALUE, new Interruptible(sink));
    }

    @Override
    public TaskInput forWorker() {
        return new TaskInput.Frames();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

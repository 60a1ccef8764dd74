package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;

/** The rows that one task works on. */
interface ShardRows {

    /** Waits until reading will not have to wait for whole stages, so that nothing is started too early. */
    void awaitReady() throws IOException;

    /** Hands on all rows, once, but not the end. */
    void into(RowSink sink) throws IOException;

    /** What a worker can read itself, or frames. */
    TaskInput forWorker();
}

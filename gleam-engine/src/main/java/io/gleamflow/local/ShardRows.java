package io.gleamflow.local;

import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;
import java.util.Optional;

/** The rows that one task works on. */
interface ShardRows {

    /** Waits until reading will not have to wait for whole stages, so that nothing is started too early. */
    void awaitReady() throws IOException;

    /** Waits until reading will wait for no other stage at all. */
    void awaitAll() throws IOException;

    /** Hands on all rows, once, but not the end. */
    void into(RowSink sink) throws IOException;

    /** Hands on all rows, once, as text if they are lines of files; otherwise does nothing and returns false. */
    default boolean intoText(TextSink sink) throws IOException {
        return false;
    }

    /** What a worker on the JVM can read itself, or frames. */
    TaskInput forWorker() throws IOException;

    /** Whether {@link #position} is that of the row being handed on. */
    default boolean isLocated() {
        return false;
    }

    /** Where the row was read that {@link #into} is handing on; for its thread. */
    default Position position() {
        return new Position();
    }

    /**
     * Where a row was read that was handed on, as in {@code data/orders.csv, line 3}; empty when that is not known. Reads
     * the source once more, so it is for failures.
     *
     * @param number of the row, from 1
     */
    default Optional<String> where(long number) {
        return Optional.empty();
    }
}

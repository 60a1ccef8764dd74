package io.gleamflow.benchmarks;

import io.gleamflow.row.RowSink;

/** Where rows end. */
final class CountingSink implements RowSink {

    private long bytes;

    @Override
    public void row(byte[] row, int start, int end) {
        bytes += end - start;
    }

    @Override
    public void end() {
        // what counts is counted
    }

    /** Bytes of all rows. */
    long bytes() {
        return bytes;
    }
}

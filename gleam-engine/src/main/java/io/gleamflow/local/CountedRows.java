package io.gleamflow.local;

import io.gleamflow.row.RowSink;

/** Counts rows on their way. */
final class CountedRows implements RowSink {

    private final RowSink next;
    private long rows;

    CountedRows(RowSink next) {
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        rows++;
        next.row(bytes, start, end);
    }

    @Override
    public void end() {
        next.end();
    }

    long rows() {
        return rows;
    }
}

package io.gleamflow.local;

import io.gleamflow.row.RowSink;

/** The first rows of a source that may never end: behind them it throws {@link EnoughRowsException}, once. */
final class FirstRows implements RowSink {

    private final RowSink next;
    private long left;

    FirstRows(long count, RowSink next) {
        this.left = count;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        if (left > 0) {
            left--;
            next.row(bytes, start, end);
            if (left == 0) {
                throw new EnoughRowsException();
            }
        }
    }

    @Override
    public void end() {
        next.end();
    }
}

package io.gleamflow.local;

import io.gleamflow.row.RowSink;

/** Hands on rows as long as there is time for the attempt. */
final class CheckedRows implements RowSink {

    private final Attempt attempt;
    private final RowSink next;

    CheckedRows(Attempt attempt, RowSink next) {
        this.attempt = attempt;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        attempt.check();
        next.row(bytes, start, end);
    }

    @Override
    public void end() {
        next.end();
    }
}

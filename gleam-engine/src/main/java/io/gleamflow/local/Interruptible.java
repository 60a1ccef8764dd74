package io.gleamflow.local;

import io.gleamflow.row.RowSink;

/** Hands on the rows of a source, and ends when the run is cancelled: much can be done with rows without waiting anywhere. */
final class Interruptible implements RowSink {

    private static final int OFTEN = 4095;

    private final RowSink next;
    private long rows;

    Interruptible(RowSink next) {
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        if ((rows++ & OFTEN) == 0 && Thread.currentThread().isInterrupted()) {
            throw new Stopped(new InterruptedException("the run was cancelled"));
        }
        next.row(bytes, start, end);
    }

    @Override
    public void end() {
        next.end();
    }
}

package io.gleamflow.worker;

import io.gleamflow.operator.StepFailedException;
import io.gleamflow.row.RowSink;

/** Stands before a step that makes at most one row of each, and goes on behind a row that the step cannot take. */
public final class Guard implements RowSink {

    private final StepRejects rejects;
    private final RowSink next;

    /** Guards the step that {@code next} begins with. */
    public Guard(StepRejects rejects, RowSink next) {
        this.rejects = rejects;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        rejects.came();
        try {
            next.row(bytes, start, end);
        } catch (StepFailedException e) {
            rejects.reject(e, bytes, start, end);
        }
    }

    @Override
    public void end() {
        next.end();
    }
}

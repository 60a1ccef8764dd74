package io.gleamflow.operator;

import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;

/** Takes the first columns away. */
public final class Strip implements Operator {

    private final int count;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();

    /** Every row must have at least {@code count} columns. */
    public Strip(int count, RowSink next) {
        this.count = count;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        next.row(bytes, count == cursor.width() ? end : cursor.start(count), end);
    }

    @Override
    public void end() {
        next.end();
    }

    @Override
    public void close() {
        Operator.close(next);
    }
}

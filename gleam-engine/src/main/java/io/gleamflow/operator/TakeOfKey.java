package io.gleamflow.operator;

import io.gleamflow.row.RowSink;

/** The first rows, of each key when there are key columns; rows come in the order of their keys then. */
public final class TakeOfKey implements Operator {

    private final Positions positions;
    private final long count;
    private final RowSink next;

    /** Takes so many rows; without key columns, of the whole input. */
    public TakeOfKey(int[] keyColumns, long count, RowSink next) {
        this.positions = new Positions(keyColumns);
        this.count = count;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        if (positions.at(bytes, start, end) < count) {
            next.row(bytes, start, end);
        }
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

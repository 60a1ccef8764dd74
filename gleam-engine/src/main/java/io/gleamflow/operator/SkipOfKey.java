package io.gleamflow.operator;

import io.gleamflow.row.RowSink;

/** All but the first rows, of each key when there are key columns; rows come in the order of their keys then. */
public final class SkipOfKey implements Operator {

    private final Positions positions;
    private final long count;
    private final RowSink next;

    /** Leaves out so many rows; without key columns, of the whole input. */
    public SkipOfKey(int[] keyColumns, long count, RowSink next) {
        this.positions = new Positions(keyColumns);
        this.count = count;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        if (positions.at(bytes, start, end) >= count) {
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

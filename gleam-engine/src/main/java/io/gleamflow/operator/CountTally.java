package io.gleamflow.operator;

import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;

/** How many rows there are, or how many values that are not false. */
final class CountTally implements Tally.Mergeable {

    private long count;

    @Override
    public void add(RowCursor row, int column) {
        if (column < 0 || (row.bytes()[row.start(column)] & 0xff) != MessagePack.FALSE) {
            count++;
        }
    }

    @Override
    public void writeResult(ValueWriter out) {
        out.integer(count);
    }

    @Override
    public void writeState(ValueWriter out) {
        out.integer(count);
    }

    @Override
    public void merge(RowCursor row, int column) {
        count += MessagePack.readLong(row.bytes(), row.start(column));
    }

    @Override
    public void clear() {
        count = 0;
    }

    @Override
    public long memory() {
        return 24;
    }
}

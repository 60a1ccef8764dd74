package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;

/** The list of all values, in the order of the rows. */
final class CollectTally implements Tally {

    private final Bytes values = new Bytes(64);
    private int count;

    @Override
    public void add(RowCursor row, int column) {
        values.put(row.bytes(), row.start(column), row.end(column) - row.start(column));
        count++;
    }

    @Override
    public void writeResult(ValueWriter out) {
        if (count == 0) {
            out.nil();
        } else {
            out.listHeader(count);
            out.raw(values.array(), 0, values.length());
        }
    }

    @Override
    public void clear() {
        values.clear();
        count = 0;
    }

    @Override
    public long growing() {
        return values.length();
    }
}

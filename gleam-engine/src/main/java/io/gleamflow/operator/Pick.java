package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;

/** Some columns of each row, in another order or twice; one that the row has not is nil. */
public final class Pick implements Operator {

    private final int[] columns;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes picked = new Bytes(256);

    public Pick(int[] columns, RowSink next) {
        this.columns = columns.clone();
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        picked.clear();
        Keys.copy(cursor, columns, picked);
        next.row(picked.array(), 0, picked.length());
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

package io.gleamflow.operator;

import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;

/** Only the first row of each key; rows come in the order of their keys. */
public final class FirstOfKey implements Operator {

    private final RowSink next;
    private final KeyChange keys;
    private final RowCursor cursor = new RowCursor();

    /**
     * Looks at these columns.
     *
     * @param keyColumns none means the whole row
     */
    public FirstOfKey(int[] keyColumns, RowSink next) {
        this.keys = KeyChange.ofColumnsOrRow(keyColumns);
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        if (keys.at(cursor)) {
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

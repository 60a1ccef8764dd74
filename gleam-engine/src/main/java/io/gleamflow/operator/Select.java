package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;

/** Only some columns of each row, in another order or twice. */
public final class Select implements Operator {

    private final Head head;
    private final int[] columns;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes selected = new Bytes(256);

    public Select(Head head, int[] columns, RowSink next) {
        this.head = head;
        this.columns = columns.clone();
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        Present.check(head, columns, cursor, start, end);
        selected.clear();
        Keys.copy(cursor, columns, selected);
        next.row(selected.array(), 0, selected.length());
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

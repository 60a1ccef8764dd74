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
        selected.clear();
        for (int column : columns) {
            if (column >= cursor.width()) {
                throw new StepFailedException(
                        head,
                        "there is no column " + (column + 1) + " in a row of " + cursor.width() + " columns",
                        bytes,
                        start,
                        end);
            }
            selected.put(bytes, cursor.start(column), cursor.end(column) - cursor.start(column));
        }
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

package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;

/** Some columns of each row first, and then those that are not among them. */
public final class Front implements Operator {

    private final Head head;
    private final int[] columns;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes turned = new Bytes(256);

    public Front(Head head, int[] columns, RowSink next) {
        this.head = head;
        this.columns = columns.clone();
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        Present.check(head, columns, cursor, start, end);
        turned.clear();
        Keys.copy(cursor, columns, turned);
        for (int i = 0; i < cursor.width(); i++) {
            if (!isFirst(i)) {
                turned.put(bytes, cursor.start(i), cursor.end(i) - cursor.start(i));
            }
        }
        next.row(turned.array(), 0, turned.length());
    }

    private boolean isFirst(int column) {
        for (int first : columns) {
            if (first == column) {
                return true;
            }
        }
        return false;
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

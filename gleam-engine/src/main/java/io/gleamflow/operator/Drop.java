package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.util.Arrays;

/** All columns of each row but some. */
public final class Drop implements Operator {

    private final Head head;

    /** In order. */
    private final int[] columns;

    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes kept = new Bytes(256);

    public Drop(Head head, int[] columns, RowSink next) {
        this.head = head;
        this.columns = Arrays.stream(columns).sorted().toArray();
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        Present.check(head, columns, cursor, start, end);
        kept.clear();
        for (int i = 0; i < cursor.width(); i++) {
            if (Arrays.binarySearch(columns, i) < 0) {
                kept.put(bytes, cursor.start(i), cursor.end(i) - cursor.start(i));
            }
        }
        next.row(kept.array(), 0, kept.length());
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

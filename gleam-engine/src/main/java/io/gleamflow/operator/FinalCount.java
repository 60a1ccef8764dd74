package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;

/** Adds up the partial counts of rows that come in the order of their keys: key columns and, last, the count. */
public final class FinalCount implements Operator {

    private final int[] keyColumns;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes key = new Bytes(64);
    private final Bytes currentKey = new Bytes(64);
    private final Bytes current = new Bytes(64);
    private final ValueWriter values = new ValueWriter(current);
    private long count;
    private boolean any;

    /**
     * Adds up for so many key columns.
     *
     * @param keys how many key columns there are, before the count
     */
    public FinalCount(int keys, RowSink next) {
        this.keyColumns = new int[keys];
        Arrays.setAll(keyColumns, i -> i);
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        key.clear();
        Keys.encode(cursor, keyColumns, key);
        long more = MessagePack.readLong(bytes, cursor.start(keyColumns.length));
        if (any && Arrays.equals(key.array(), 0, key.length(), currentKey.array(), 0, currentKey.length())) {
            count += more;
            return;
        }
        flush();
        any = true;
        count = more;
        currentKey.clear();
        currentKey.put(key.array(), 0, key.length());
        current.clear();
        current.put(bytes, start, cursor.start(keyColumns.length) - start);
    }

    private void flush() {
        if (any) {
            values.integer(count);
            next.row(current.array(), 0, current.length());
        }
    }

    @Override
    public void end() {
        flush();
        next.end();
    }

    @Override
    public void close() {
        Operator.close(next);
    }
}

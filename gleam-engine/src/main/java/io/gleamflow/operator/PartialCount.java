package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;

/** Counts the rows of each key within one shard: hands on a row of key columns and count for each key. */
public final class PartialCount implements Operator {

    private final int[] keyColumns;
    private final long memory;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes key = new Bytes(64);
    private final KeyTable table = new KeyTable();
    private long[] counts = new long[1024];

    /**
     * Counts by these columns.
     *
     * @param memory in bytes; a table that has grown to it is handed on and begun afresh
     */
    public PartialCount(int[] keyColumns, long memory, RowSink next) {
        this.keyColumns = keyColumns.clone();
        this.memory = memory;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        int number = number(bytes);
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, counts.length * 2);
        }
        counts[number]++;
        if (table.memory() + 8L * table.size() > memory) {
            flush();
        }
    }

    /** The number of the row's key, which need not be copied together where it is one column. */
    private int number(byte[] bytes) {
        if (keyColumns.length == 1 && keyColumns[0] < cursor.width()) {
            return table.number(bytes, cursor.start(keyColumns[0]), cursor.end(keyColumns[0]));
        }
        key.clear();
        Keys.copy(cursor, keyColumns, key);
        return table.number(key.array(), 0, key.length());
    }

    private void flush() {
        Bytes row = new Bytes(64);
        ValueWriter values = new ValueWriter(row);
        for (int i = 0; i < table.size(); i++) {
            row.clear();
            row.put(table.bytes(), table.start(i), table.end(i) - table.start(i));
            values.integer(counts[i]);
            next.row(row.array(), 0, row.length());
        }
        Arrays.fill(counts, 0, table.size(), 0);
        table.clear();
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

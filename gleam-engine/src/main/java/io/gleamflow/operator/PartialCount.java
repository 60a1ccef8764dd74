package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;

/**
 * Counts the rows of each key within one shard: hands on a row of key columns and count for each key. Keys wait until there are
 * many and are looked up one right after the other, so that the processor waits for the memory of several at the same time.
 */
public final class PartialCount implements Operator {

    private static final int MOST = 128;
    private static final int MOST_BYTES = 1 << 16;

    private final int[] keyColumns;
    private final long memory;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();

    /** The keys of rows that wait, and where each ends. */
    private final Bytes keys = new Bytes(1 << 12);

    private final int[] ends = new int[MOST];
    private int waiting;
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
        Keys.copy(cursor, keyColumns, keys);
        ends[waiting++] = keys.length();
        if (waiting == MOST || keys.length() >= MOST_BYTES) {
            count();
        }
    }

    /** Counts the rows that wait. */
    private void count() {
        int start = 0;
        for (int i = 0; i < waiting; i++) {
            int number = table.number(keys.array(), start, ends[i]);
            start = ends[i];
            if (number >= counts.length) {
                counts = Arrays.copyOf(counts, counts.length * 2);
            }
            counts[number]++;
        }
        waiting = 0;
        keys.clear();
        if (table.memory() + 8L * table.size() > memory) {
            flush();
        }
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
        count();
        flush();
        next.end();
    }

    @Override
    public void close() {
        Operator.close(next);
    }
}

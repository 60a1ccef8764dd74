package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.util.List;

/**
 * Makes one row of the rows of a key, which come one after the other: the key values of the first and a list of all,
 * with all their columns. Holds one such row in memory, whose length is limited; nothing of a budget.
 */
public final class Group implements Operator {

    private final int[] keyColumns;
    private final RowLimit limit;
    private final RowSink next;
    private final KeyChange keys;
    private final RowItems items;
    private final RowCursor cursor = new RowCursor();
    private final Bytes group = new Bytes(256);
    private boolean any;

    /**
     * Groups by these columns.
     *
     * @param names of all columns, so that the rows in the list are maps; empty makes them lists
     * @param longestRow in bytes; a group that needs more is a {@link StepFailedException}
     */
    public Group(Head head, int[] keyColumns, List<String> names, long longestRow, RowSink next) {
        this.keyColumns = keyColumns.clone();
        this.limit = new RowLimit(head, longestRow);
        this.next = next;
        this.keys = KeyChange.of(keyColumns);
        this.items = new RowItems(head, names);
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        if (keys.at(cursor)) {
            flush();
            any = true;
            Keys.copy(cursor, keyColumns, group);
        }
        items.add(cursor);
        limit.check((long) group.length() + items.length(), bytes, start, end);
    }

    private void flush() {
        if (any) {
            items.moveTo(group);
            next.row(group.array(), 0, group.length());
            group.clear();
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

package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.List;

/**
 * The second half of aggregates: merges the states that {@link PartialAggregate} made, which come in the order of their
 * keys, into the rows that {@link AggregateRows} would have made of all rows. Without key columns there is exactly one
 * row, even of no states.
 */
public final class FinalAggregate implements Operator {

    private final int[] keyColumns;
    private final RowSink next;
    private final KeyChange keys;
    private final List<Tally.Mergeable> tallies;
    private final RowCursor cursor = new RowCursor();
    private final Bytes result = new Bytes(256);
    private final ValueWriter values = new ValueWriter(result);
    private boolean any;

    /** Merges states; the first {@code keys} columns are the key, the states follow in the order of the aggregates. */
    public FinalAggregate(Head head, int keys, List<AggregateOf> aggregates, RowSink next) {
        this.keyColumns = AggregateRows.firstColumns(keys);
        this.next = next;
        this.keys = KeyChange.of(keyColumns);
        this.tallies = aggregates.stream().map(each -> each.mergeable(head)).toList();
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        if (keys.at(cursor)) {
            flush();
            any = true;
            Keys.copy(cursor, keyColumns, result);
        }
        for (int i = 0; i < tallies.size(); i++) {
            int column = keyColumns.length + i;
            if (AggregateRows.isValue(cursor, column)) {
                tallies.get(i).merge(cursor, column);
            }
        }
    }

    private void flush() {
        if (any) {
            for (Tally.Mergeable tally : tallies) {
                tally.writeResult(values);
                tally.clear();
            }
            next.row(result.array(), 0, result.length());
            result.clear();
        }
    }

    @Override
    public void end() {
        any |= keyColumns.length == 0;
        flush();
        next.end();
    }

    @Override
    public void close() {
        Operator.close(next);
    }
}

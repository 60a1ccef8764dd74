package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one row of the rows of each key, which come one after the other: the key values, which are the first columns of
 * the rows, then the aggregates. Without key columns there is exactly one row, even of no rows.
 */
public final class AggregateRows implements Operator {

    private final int[] keyColumns;
    private final List<AggregateOf> aggregates;
    private final RowLimit limit;
    private final RowSink next;
    private final KeyChange keys;
    private final List<Tally> tallies;
    private final RowCursor cursor = new RowCursor();
    private final Bytes result = new Bytes(256);
    private final ValueWriter values = new ValueWriter(result);
    private boolean any;

    /**
     * Aggregates rows.
     *
     * @param keys how many of the first columns are the key
     * @param longestRow in bytes; a list of {@link AggregateKind#COLLECT} that needs more is a {@link StepFailedException}
     */
    public AggregateRows(
            Head head,
            int keys,
            List<AggregateOf> aggregates,
            long longestRow,
            Budget budget,
            SpillStore store,
            RowSink next) {
        this.keyColumns = firstColumns(keys);
        this.aggregates = List.copyOf(aggregates);
        this.limit = new RowLimit(head, longestRow);
        this.next = next;
        this.keys = KeyChange.of(keyColumns);
        this.tallies =
                aggregates.stream().map(each -> each.tally(head, budget, store)).toList();
    }

    static int[] firstColumns(int count) {
        int[] columns = new int[count];
        Arrays.setAll(columns, i -> i);
        return columns;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        if (keys.at(cursor)) {
            flush();
            any = true;
            Keys.copy(cursor, keyColumns, result);
        }
        long growing = result.length();
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            int column = aggregates.get(i).column().orElse(-1);
            if (column < 0 || isValue(cursor, column)) {
                tally.add(cursor, column);
            }
            growing += tally.growing();
        }
        limit.check(growing, bytes, start, end);
    }

    /** Whether a column is there and not nil. */
    static boolean isValue(RowCursor row, int column) {
        return column < row.width() && (row.bytes()[row.start(column)] & 0xff) != MessagePack.NIL;
    }

    private void flush() {
        if (any) {
            for (Tally tally : tallies) {
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
        tallies.forEach(Tally::close);
        Operator.close(next);
    }
}

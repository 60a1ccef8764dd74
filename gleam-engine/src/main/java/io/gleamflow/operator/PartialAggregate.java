package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyTable;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The first half of aggregates, for one shard: hands on, for each key, the key columns and a column with the state of
 * each aggregate. Rows with equal keys must keep their order on the way to {@link FinalAggregate}.
 */
public final class PartialAggregate implements Operator {

    private final Head head;
    private final int[] keyColumns;
    private final List<AggregateOf> aggregates;
    private final long memory;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes key = new Bytes(64);
    private final KeyTable table = new KeyTable();
    /** The key values of each key as the first row had them: 1 and 1.0 are one key. */
    private final Bytes keyValues = new Bytes(1 << 12);

    private final List<Integer> keyEnds = new ArrayList<>();
    private final List<Tally.Mergeable> tallies = new ArrayList<>();
    private long held;

    /**
     * Aggregates by these columns.
     *
     * @param aggregates all of which {@link AggregateKind#isMergeable}
     * @param memory in bytes; a table that has grown to it is handed on and begun afresh
     */
    public PartialAggregate(Head head, int[] keyColumns, List<AggregateOf> aggregates, long memory, RowSink next) {
        this.head = head;
        this.keyColumns = keyColumns.clone();
        this.aggregates = List.copyOf(aggregates);
        this.memory = memory;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        key.clear();
        Keys.encode(cursor, keyColumns, key);
        int known = table.size();
        int number = table.number(key.array(), 0, key.length());
        if (number == known) {
            addKey();
        }
        for (int i = 0; i < aggregates.size(); i++) {
            int column = aggregates.get(i).column().orElse(-1);
            if (column < 0 || AggregateRows.isValue(cursor, column)) {
                Tally.Mergeable tally = tallies.get(number * aggregates.size() + i);
                held -= tally.memory();
                tally.add(cursor, column);
                held += tally.memory();
            }
        }
        if (table.memory() + keyValues.length() + held > memory) {
            flush();
        }
    }

    private void addKey() {
        Keys.copy(cursor, keyColumns, keyValues);
        keyEnds.add(keyValues.length());
        for (AggregateOf aggregate : aggregates) {
            Tally.Mergeable tally = aggregate.mergeable(head);
            tallies.add(tally);
            held += tally.memory();
        }
    }

    private void flush() {
        Bytes row = new Bytes(256);
        ValueWriter values = new ValueWriter(row);
        int from = 0;
        for (int i = 0; i < keyEnds.size(); i++) {
            int to = keyEnds.get(i);
            row.clear();
            row.put(keyValues.array(), from, to - from);
            from = to;
            for (int j = 0; j < aggregates.size(); j++) {
                tallies.get(i * aggregates.size() + j).writeState(values);
            }
            next.row(row.array(), 0, row.length());
        }
        table.clear();
        keyValues.clear();
        keyEnds.clear();
        tallies.clear();
        held = 0;
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

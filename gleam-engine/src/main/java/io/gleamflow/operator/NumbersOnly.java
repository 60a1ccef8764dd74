package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses rows with something else than a number, or nil, where numbers will be added up; the others pass on. */
public final class NumbersOnly implements Operator {

    private static final int SHOWN = 60;

    private final Head head;
    private final List<AggregateOf> aggregates;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();

    /**
     * Looks at the columns of aggregates.
     *
     * @param aggregates sums and averages of columns
     */
    public NumbersOnly(Head head, List<AggregateOf> aggregates, RowSink next) {
        this.head = head;
        this.aggregates = List.copyOf(aggregates);
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        for (int i = 0; i < aggregates.size(); i++) {
            int column = aggregates.get(i).column().orElse(Integer.MAX_VALUE);
            if (AggregateRows.isValue(cursor, column)) {
                MessagePack.Kind kind = MessagePack.kind(bytes, cursor.start(column));
                if (kind != MessagePack.Kind.INT && kind != MessagePack.Kind.FLOAT) {
                    throw refusal(head, aggregates.get(i), cursor, column);
                }
            }
        }
        next.row(bytes, start, end);
    }

    /** What an aggregate that adds up numbers has to say about another value. */
    static StepFailedException refusal(Head head, AggregateOf of, RowCursor row, int column) {
        Bytes text = new Bytes(64);
        ValueText.append(row.bytes(), row.start(column), row.end(column), text);
        String value = new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        String name = of.kind() == AggregateKind.AVG ? "avg" : "sum";
        String message = "`" + name + "` takes numbers, but " + of.title() + " is `" + shown + "`";
        return new StepFailedException(head, message, row.bytes(), row.start(0), row.start(row.width()));
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

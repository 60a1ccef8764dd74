package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.Head;
import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;

/** The sum, or the average, of numbers; anything else is refused. */
final class SumTally implements Tally.Mergeable {

    private final Head head;
    private final AggregateOf of;
    private final ExactSum sum = new ExactSum();
    private long count;

    SumTally(Head head, AggregateOf of) {
        this.head = head;
        this.of = of;
    }

    private boolean isAverage() {
        return of.kind() == AggregateKind.AVG;
    }

    @Override
    public void add(RowCursor row, int column) {
        byte[] b = row.bytes();
        int at = row.start(column);
        MessagePack.Kind kind = MessagePack.kind(b, at);
        if (kind == MessagePack.Kind.FLOAT) {
            sum.add(MessagePack.readDouble(b, at));
        } else if (kind != MessagePack.Kind.INT) {
            throw NumbersOnly.refusal(head, of, row, column);
        } else if (MessagePack.isBigUnsigned(b, at)) {
            sum.addUnsigned(MessagePack.readLong(b, at));
        } else {
            sum.add(MessagePack.readLong(b, at));
        }
        count++;
    }

    @Override
    public void writeResult(ValueWriter out) {
        if (!isAverage()) {
            sum.writeSum(out);
        } else if (count == 0) {
            out.nil();
        } else {
            sum.writeAverage(count, out);
        }
    }

    @Override
    public void writeState(ValueWriter out) {
        Bytes state = new Bytes(64);
        state.putLong(count);
        sum.writeState(state);
        out.string(state.array(), 0, state.length());
    }

    @Override
    public void merge(RowCursor row, int column) {
        int at = row.start(column) + MessagePack.header(row.bytes(), row.start(column));
        count += BigEndian.getLong(row.bytes(), at);
        sum.merge(row.bytes(), at + Long.BYTES, row.end(column));
    }

    @Override
    public void clear() {
        sum.clear();
        count = 0;
    }

    @Override
    public long memory() {
        return 96L + sum.memory();
    }
}

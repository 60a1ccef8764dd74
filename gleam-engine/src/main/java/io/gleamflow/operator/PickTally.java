package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import java.util.Arrays;

/** One of the values, as it stands: the first, the last, the smallest or the largest; of equal ones the first. */
final class PickTally implements Tally.Mergeable {

    private final AggregateKind kind;
    private final Bytes picked = new Bytes(16);
    private Bytes key = new Bytes(16);
    private Bytes other = new Bytes(16);
    private boolean any;

    PickTally(AggregateKind kind) {
        this.kind = kind;
    }

    @Override
    public void add(RowCursor row, int column) {
        if (isBetter(row, column)) {
            any = true;
            picked.clear();
            picked.put(row.bytes(), row.start(column), row.end(column) - row.start(column));
        }
    }

    private boolean isBetter(RowCursor row, int column) {
        if (kind == AggregateKind.FIRST || kind == AggregateKind.LAST) {
            return !any || kind == AggregateKind.LAST;
        }
        other.clear();
        KeyEncoder.append(row.bytes(), row.start(column), row.end(column), kind == AggregateKind.MAX, other);
        if (any && Arrays.compareUnsigned(other.array(), 0, other.length(), key.array(), 0, key.length()) >= 0) {
            return false;
        }
        Bytes last = key;
        key = other;
        other = last;
        return true;
    }

    @Override
    public void writeResult(ValueWriter out) {
        if (any) {
            out.raw(picked.array(), 0, picked.length());
        } else {
            out.nil();
        }
    }

    @Override
    public void writeState(ValueWriter out) {
        writeResult(out);
    }

    @Override
    public void merge(RowCursor row, int column) {
        add(row, column);
    }

    @Override
    public void clear() {
        any = false;
    }

    @Override
    public long memory() {
        return 160L + picked.array().length + key.array().length + other.array().length;
    }
}

package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;

/**
 * Puts two columns before each row: a random number of 63 bits, see {@link DrawHash}, and the position of the row. The n
 * smallest random numbers are a sample without replacement; sorting it by position again restores the order. With key
 * columns, rows come in the order of their keys and are drawn afresh for each.
 */
public final class Draw implements Operator {

    private final long seed;
    private final Positions positions;
    private final RowSink next;
    private final Bytes drawn = new Bytes(256);
    private final ValueWriter values = new ValueWriter(drawn);

    public Draw(long seed, int[] keyColumns, RowSink next) {
        this.seed = seed;
        this.positions = new Positions(keyColumns);
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        long position = positions.at(bytes, start, end);
        drawn.clear();
        values.integer(DrawHash.of(seed, positions.hashOfKey(), position) >>> 1);
        values.integer(position);
        values.raw(bytes, start, end);
        next.row(drawn.array(), 0, drawn.length());
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

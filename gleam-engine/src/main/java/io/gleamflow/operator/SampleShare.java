package io.gleamflow.operator;

import io.gleamflow.row.RowSink;

/** Keeps about a given share of the rows: those whose random number, see {@link DrawHash}, is below it. */
public final class SampleShare implements Operator {

    private final double share;
    private final long seed;
    private final Positions positions;
    private final RowSink next;

    /**
     * Keeps rows at random.
     *
     * @param share from 0, no row, to 1, all rows
     * @param keyColumns when there are any, rows come in the order of their keys and are drawn afresh for each
     */
    public SampleShare(double share, long seed, int[] keyColumns, RowSink next) {
        this.share = share;
        this.seed = seed;
        this.positions = new Positions(keyColumns);
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        long position = positions.at(bytes, start, end);
        double drawn = (DrawHash.of(seed, positions.hashOfKey(), position) >>> 11) * 0x1p-53;
        if (drawn < share) {
            next.row(bytes, start, end);
        }
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

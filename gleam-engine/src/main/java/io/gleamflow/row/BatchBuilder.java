package io.gleamflow.row;

import java.util.Arrays;

/**
 * Fills batches row by row: values go to {@link #values}, then {@link #endRow} closes the row. Not thread-safe.
 */
public final class BatchBuilder {

    /** A batch is handed on when it has grown to this many bytes. */
    public static final int FULL = 128 << 10;

    private static final int SMALL = 1 << 10;

    private final int full;
    private final Bytes bytes = new Bytes(SMALL);
    private final ValueWriter values = new ValueWriter(bytes);
    private int[] offsets = new int[16];
    private int rows;

    /** With batches of the usual size. */
    public BatchBuilder() {
        this(FULL);
    }

    /** With batches that are handed on when they have grown to so many bytes. */
    public BatchBuilder(int full) {
        this.full = full;
        bytes.length(Batch.PREFIX);
    }

    /** Writes into the row that is open; there is always one. */
    public ValueWriter values() {
        return values;
    }

    /** The bytes behind the builder, for who writes values by hand. */
    public Bytes bytes() {
        return bytes;
    }

    /** Closes the open row and opens the next. */
    public void endRow() {
        int start = offsets[rows];
        BigEndian.putLittleInt(bytes.array(), start, bytes.length() - start - Batch.PREFIX);
        if (++rows == offsets.length) {
            offsets = Arrays.copyOf(offsets, rows * 2);
        }
        offsets[rows] = bytes.length();
        bytes.room(Batch.PREFIX);
        bytes.length(bytes.length() + Batch.PREFIX);
    }

    /** Adds a row whose values are MessagePack already. */
    public void add(byte[] from, int start, int end) {
        bytes.put(from, start, end - start);
        endRow();
    }

    public boolean isFull() {
        return bytes.length() >= full;
    }

    public int size() {
        return rows;
    }

    /** The rows closed so far, as a batch of its own; the builder starts afresh. */
    public Batch take() {
        int end = offsets[rows];
        Batch batch = new Batch(Arrays.copyOf(bytes.array(), end), Arrays.copyOf(offsets, rows + 1));
        rows = 0;
        bytes.length(Batch.PREFIX);
        return batch;
    }
}

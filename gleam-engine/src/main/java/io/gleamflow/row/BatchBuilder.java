package io.gleamflow.row;

import java.util.Arrays;

/**
 * Fills batches row by row: values go to {@link #values}, then {@link #endRow} closes the row. Not thread-safe.
 */
public final class BatchBuilder {

    /** A batch is handed on when it has grown to this many bytes. */
    public static final int FULL = 128 << 10;

    private final Bytes bytes = new Bytes(FULL + (FULL >> 2));
    private final ValueWriter values = new ValueWriter(bytes);
    private int[] offsets = new int[1024];
    private int rows;

    public BatchBuilder() {
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
        return bytes.length() >= FULL;
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

package io.gleamflow.row;

/**
 * Rows as they stand on the wire: each a little-endian length and that many bytes of MessagePack. Immutable by agreement:
 * whoever has a batch never writes to its bytes.
 *
 * @param bytes the frames, one after the other
 * @param offsets where each frame starts, and behind the last one where it ends: {@code size() + 1} of them
 */
public record Batch(byte[] bytes, int[] offsets) {

    /** Bytes of the length before each row. */
    public static final int PREFIX = 4;

    public int size() {
        return offsets.length - 1;
    }

    /** Where the values of a row start. */
    public int rowStart(int row) {
        return offsets[row] + PREFIX;
    }

    public int rowEnd(int row) {
        return offsets[row + 1];
    }

    /** Bytes of all frames. */
    public int length() {
        return offsets[offsets.length - 1];
    }
}

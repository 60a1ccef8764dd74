package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import java.util.Arrays;

/**
 * Rows with their keys, one after the other in segments that never move. A position is the number of a segment and an
 * offset in it, in one int. Not thread-safe while it grows.
 */
final class Entries {

    private static final int OFFSET_BITS = 18;
    private static final int OFFSET = (1 << OFFSET_BITS) - 1;
    private static final int LARGEST = 1 << OFFSET_BITS;
    private static final int FIRST = 2 << 10;
    private static final int MOST_SEGMENTS = 1 << Integer.SIZE - OFFSET_BITS;

    private byte[][] segments = new byte[4][];
    private int count;
    private int used;
    private long capacity;

    /** Bytes of all segments. */
    long capacity() {
        return capacity;
    }

    /** By how much the capacity would grow for an entry of so many bytes. */
    int growth(int length) {
        boolean fits = count > 0 && used + length <= segments[count - 1].length;
        return fits ? 0 : Math.max(length, Math.min(LARGEST, FIRST << Math.min(2 * count, OFFSET_BITS)));
    }

    /** Whether no further segment can be numbered. */
    boolean isFull() {
        return count == MOST_SEGMENTS;
    }

    /** Keeps an entry and returns its position. */
    int add(Bytes key, byte[] row, int start, int end) {
        int length = RunReader.HEADER + key.length() + end - start;
        int growth = growth(length);
        if (growth > 0) {
            addSegment(growth);
        }
        byte[] segment = segments[count - 1];
        int at = used;
        BigEndian.putInt(segment, at, key.length());
        BigEndian.putInt(segment, at + 4, end - start);
        System.arraycopy(key.array(), 0, segment, at + RunReader.HEADER, key.length());
        System.arraycopy(row, start, segment, at + RunReader.HEADER + key.length(), end - start);
        used += length;
        return count - 1 << OFFSET_BITS | at;
    }

    private void addSegment(int size) {
        if (count == segments.length) {
            segments = Arrays.copyOf(segments, count * 2);
        }
        segments[count++] = new byte[size];
        capacity += size;
        used = 0;
    }

    /** The segment a position is in. */
    byte[] segment(int position) {
        return segments[position >>> OFFSET_BITS];
    }

    /** Where in its segment an entry starts. */
    static int offset(int position) {
        return position & OFFSET;
    }

    /** Compares the keys of two entries. */
    int compare(int left, int right) {
        byte[] a = segment(left);
        byte[] b = segment(right);
        int aKey = offset(left) + RunReader.HEADER;
        int bKey = offset(right) + RunReader.HEADER;
        int aEnd = aKey + BigEndian.getInt(a, aKey - RunReader.HEADER);
        int bEnd = bKey + BigEndian.getInt(b, bKey - RunReader.HEADER);
        return KeyEncoder.compare(a, aKey, aEnd, b, bKey, bEnd);
    }

    /** Compares the key of an entry with another. */
    int compare(int position, byte[] key) {
        byte[] a = segment(position);
        int start = offset(position) + RunReader.HEADER;
        int end = start + BigEndian.getInt(a, start - RunReader.HEADER);
        return KeyEncoder.compare(a, start, end, key, 0, key.length);
    }

    /** A copy of the key of an entry. */
    byte[] key(int position) {
        byte[] segment = segment(position);
        int start = offset(position) + RunReader.HEADER;
        return Arrays.copyOfRange(segment, start, start + BigEndian.getInt(segment, start - RunReader.HEADER));
    }
}

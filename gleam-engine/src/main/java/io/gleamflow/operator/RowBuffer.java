package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are appended and then read in order, any number of times. What the budget refuses is spilled, the last rows
 * stay in memory. Used by one thread.
 */
final class RowBuffer implements Closeable {

    private static final int PREFIX = 4;
    private static final int READ = 32 << 10;

    /** A buffer that has grown beyond this does not keep its memory for the next rows. */
    private static final int KEPT = 1 << 20;

    private final Share share;
    private final SpillStore store;
    private Bytes memory = new Bytes(1 << 10);
    private SpillStore.@Nullable Spill spill;
    private byte[] window = new byte[0];
    private int filled;
    private long position;
    private byte[] bytes = window;
    private int next;
    private int start;
    private int end;

    RowBuffer(Budget budget, SpillStore store) {
        this.share = new Share(budget);
        this.store = store;
    }

    /** Appends a row; reading starts over. */
    void add(byte[] row, int from, int to) throws IOException {
        int length = PREFIX + to - from;
        int capacity = memory.array().length;
        long needed = (long) memory.length() + length;
        if (needed > capacity && memory.length() > 0 && !share.covers(Math.max(needed, capacity * 2L))) {
            spillMemory();
        }
        memory.putInt(to - from);
        memory.put(row, from, to - from);
    }

    private void spillMemory() throws IOException {
        SpillStore.Spill to = spill == null ? store.create() : spill;
        spill = to;
        to.write(memory.array(), 0, memory.length());
        memory.clear();
    }

    /** Goes before the first row. */
    void rewind() {
        position = 0;
        filled = 0;
        next = 0;
        bytes = spill == null ? memory.array() : window;
    }

    /** Goes to the next row, or returns false when there is none. */
    boolean next() throws IOException {
        if (bytes != memory.array() && !available(PREFIX)) {
            bytes = memory.array();
            next = 0;
        }
        if (bytes == memory.array() && next >= memory.length()) {
            return false;
        }
        int length = BigEndian.getInt(bytes, next);
        if (bytes != memory.array() && !available(PREFIX + length)) {
            throw new IOException("a spill ends in the middle of a row");
        }
        start = next + PREFIX;
        end = start + length;
        next = end;
        return true;
    }

    /** Makes sure that so many spilled bytes lie in the window, or returns false at the end of the spill. */
    private boolean available(int count) throws IOException {
        SpillStore.Spill from = spill;
        if (filled - next >= count) {
            return true;
        }
        if (from == null || position >= from.length()) {
            return false;
        }
        byte[] target = count > window.length ? new byte[Math.max(count, READ)] : window;
        System.arraycopy(window, next, target, 0, filled - next);
        filled -= next;
        next = 0;
        window = target;
        bytes = target;
        while (filled < count) {
            int read = from.read(position, window, filled, window.length - filled);
            if (read <= 0) {
                throw new IOException("a spill is shorter than it was");
            }
            position += read;
            filled += read;
        }
        return true;
    }

    /** What the row lies in; valid until the buffer is used again. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Forgets all rows. */
    void clear() throws IOException {
        SpillStore.Spill old = spill;
        spill = null;
        if (memory.array().length > KEPT) {
            memory = new Bytes(1 << 10);
            share.release();
        }
        memory.clear();
        rewind();
        if (old != null) {
            old.close();
        }
    }

    @Override
    public void close() throws IOException {
        memory = new Bytes(0);
        window = new byte[0];
        share.release();
        clear();
    }
}

package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.KeyEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sorted run in a spill, with the keys of some entries in memory to start reading near a bound. */
final class SpilledRun implements SortedRun {

    private static final int BUFFER = 32 << 10;

    private final SpillStore.Spill spill;
    private final List<byte[]> indexKeys;
    private final long[] indexPositions;
    private final long rows;
    private boolean closed;

    /** What {@link SpilledRunWriter} has written; the first index key is that of the first entry. */
    SpilledRun(SpillStore.Spill spill, List<byte[]> indexKeys, List<Long> indexPositions, long rows) {
        this.spill = spill;
        this.indexKeys = List.copyOf(indexKeys);
        this.indexPositions = indexPositions.stream().mapToLong(i -> i).toArray();
        this.rows = rows;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<byte[]> sample(int count) {
        List<byte[]> keys = new ArrayList<>();
        int step = Math.max(1, indexKeys.size() / count);
        for (int i = step / 2; i < indexKeys.size(); i += step) {
            keys.add(indexKeys.get(i));
        }
        return keys;
    }

    @Override
    public RunReader open(byte @Nullable [] from, byte @Nullable [] to) {
        long position = from == null ? 0 : startBelow(from);
        return new Reader((int) Math.min(BUFFER, spill.length() - position), position, from, to);
    }

    /** The position of the last indexed entry below the key: all entries from the key on stand behind it. */
    private long startBelow(byte[] key) {
        int low = 0;
        int high = indexPositions.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (Arrays.compareUnsigned(indexKeys.get(middle), key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : indexPositions[low - 1];
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            spill.close();
        }
    }

    private final class Reader extends RunReader {
        private final byte @Nullable [] to;
        private byte @Nullable [] from;
        private byte[] buffer;
        private long position;
        private int at;
        private int filled;

        Reader(int size, long position, byte @Nullable [] from, byte @Nullable [] to) {
            this.buffer = new byte[size];
            this.position = position;
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean next() throws IOException {
            while (available(HEADER)) {
                int length = HEADER + BigEndian.getInt(buffer, at) + BigEndian.getInt(buffer, at + 4);
                if (!available(length)) {
                    throw new IOException("a spill ends in the middle of a row");
                }
                at(buffer, at);
                at += length;
                if (from == null || compare(from) >= 0) {
                    from = null;
                    return to == null || compare(to) < 0;
                }
            }
            return false;
        }

        private int compare(byte[] key) {
            return KeyEncoder.compare(bytes(), keyStart(), keyEnd(), key, 0, key.length);
        }

        /** Makes sure that so many bytes lie in the buffer from {@code at} on, or returns false at the end of the spill. */
        private boolean available(int count) throws IOException {
            if (filled - at >= count) {
                return true;
            }
            byte[] target = count > buffer.length ? new byte[Math.max(count, BUFFER)] : buffer;
            System.arraycopy(buffer, at, target, 0, filled - at);
            filled -= at;
            at = 0;
            buffer = target;
            while (filled < count) {
                int read = spill.read(position, buffer, filled, buffer.length - filled);
                if (read <= 0) {
                    return false;
                }
                position += read;
                filled += read;
            }
            return true;
        }
    }
}

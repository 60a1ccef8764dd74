package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.KeyEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sorted run on disk, with the key of an entry every 32 KiB in memory to start reading near a bound. */
final class SpilledRun implements SortedRun {

    private static final int INDEX_EVERY = 32 << 10;
    private static final int BUFFER = 32 << 10;

    private final SpillStore.Spill spill;
    private final List<byte[]> indexKeys = new ArrayList<>();
    private final List<Long> indexPositions = new ArrayList<>();
    private long rows;

    SpilledRun(SpillStore.Spill spill) {
        this.spill = spill;
    }

    /** Adds the entry a reader stands at; keys must not descend. */
    void add(RunReader entry) throws IOException {
        long position = spill.length();
        if (indexKeys.isEmpty() || position - indexPositions.get(indexPositions.size() - 1) >= INDEX_EVERY) {
            indexKeys.add(Arrays.copyOfRange(entry.bytes(), entry.keyStart(), entry.keyEnd()));
            indexPositions.add(position);
        }
        int start = entry.keyStart() - RunReader.HEADER;
        spill.write(entry.bytes(), start, entry.rowEnd() - start);
        rows++;
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
        return new Reader(from == null ? 0 : startBelow(from), from, to);
    }

    /** The position of the last indexed entry below the key: all entries from the key on stand behind it. */
    private long startBelow(byte[] key) {
        long position = 0;
        for (int i = 0; i < indexKeys.size() && Arrays.compareUnsigned(indexKeys.get(i), key) < 0; i++) {
            position = indexPositions.get(i);
        }
        return position;
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private final class Reader extends RunReader {
        private final byte @Nullable [] to;
        private byte @Nullable [] from;
        private byte[] buffer = new byte[BUFFER];
        private long position;
        private int at;
        private int filled;

        Reader(long position, byte @Nullable [] from, byte @Nullable [] to) {
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
            byte[] to = count > buffer.length ? new byte[Math.max(count, buffer.length * 2)] : buffer;
            System.arraycopy(buffer, at, to, 0, filled - at);
            filled -= at;
            at = 0;
            buffer = to;
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

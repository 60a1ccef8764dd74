package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a sorted run to a spill, in large pieces, and notes the keys of some entries. Closing it without
 * {@link #finish} gives the spill back.
 */
final class SpilledRunWriter implements Closeable {

    private static final int PIECE = 64 << 10;
    private static final int FIRST_INTERVAL = 4 << 10;
    private static final int MOST_KEYS = 4096;
    private static final int MOST_KEY_BYTES = 1 << 20;

    private final SpillStore.Spill spill;
    private final Bytes pending = new Bytes(FIRST_INTERVAL);
    private List<byte[]> keys = new ArrayList<>();
    private List<Long> positions = new ArrayList<>();
    private long interval = FIRST_INTERVAL;
    private long due;
    private long keyBytes;
    private long rows;
    private boolean finished;

    SpilledRunWriter(SpillStore store) throws IOException {
        this.spill = store.create();
    }

    /** Adds the entry a reader stands at; keys must not descend. */
    void add(RunReader entry) throws IOException {
        int start = entry.keyStart() - RunReader.HEADER;
        int length = entry.rowEnd() - start;
        long position = spill.length() + pending.length();
        if (position >= due) {
            note(Arrays.copyOfRange(entry.bytes(), entry.keyStart(), entry.keyEnd()), position);
        }
        if (pending.length() + length > PIECE) {
            flush();
        }
        if (length > PIECE) {
            spill.write(entry.bytes(), start, length);
        } else {
            pending.put(entry.bytes(), start, length);
        }
        rows++;
    }

    private void note(byte[] key, long position) {
        keys.add(key);
        positions.add(position);
        keyBytes += key.length;
        while (keys.size() > MOST_KEYS || keyBytes > MOST_KEY_BYTES && keys.size() > 1) {
            thin();
        }
        due = position + interval;
    }

    /** Forgets every other key, so that the notes of a huge run stay small. */
    private void thin() {
        List<byte[]> fewerKeys = new ArrayList<>();
        List<Long> fewerPositions = new ArrayList<>();
        keyBytes = 0;
        for (int i = 0; i < keys.size(); i += 2) {
            fewerKeys.add(keys.get(i));
            fewerPositions.add(positions.get(i));
            keyBytes += keys.get(i).length;
        }
        keys = fewerKeys;
        positions = fewerPositions;
        interval *= 2;
    }

    private void flush() throws IOException {
        spill.write(pending.array(), 0, pending.length());
        pending.clear();
    }

    /** The run of all that was added. */
    SpilledRun finish() throws IOException {
        flush();
        finished = true;
        return new SpilledRun(spill, keys, positions, rows);
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            finished = true;
            spill.close();
        }
    }
}

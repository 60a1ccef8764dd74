package io.gleamflow.operator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sorted run whose entries lie in memory, in the order given by their positions; its memory counts until it is closed. */
final class MemoryRun implements SortedRun {

    private final int rows;
    private final Share share;
    private Entries entries;
    private int[] positions;

    /**
     * A run of these entries.
     *
     * @param share is given back when the run is closed
     */
    MemoryRun(Entries entries, int[] positions, Share share) {
        this.rows = positions.length;
        this.entries = entries;
        this.positions = positions;
        this.share = share;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<byte[]> sample(int count) {
        List<byte[]> keys = new ArrayList<>();
        int step = Math.max(1, positions.length / count);
        for (int i = step / 2; i < positions.length; i += step) {
            keys.add(entries.key(positions[i]));
        }
        return keys;
    }

    @Override
    public RunReader open(byte @Nullable [] from, byte @Nullable [] to) {
        int first = from == null ? 0 : firstNotBelow(from);
        int last = to == null ? positions.length : firstNotBelow(to);
        return new Reader(entries, positions, first, last);
    }

    private static final class Reader extends RunReader {
        private final Entries entries;
        private final int[] positions;
        private final int last;
        private int next;

        Reader(Entries entries, int[] positions, int first, int last) {
            this.entries = entries;
            this.positions = positions;
            this.next = first;
            this.last = last;
        }

        @Override
        public boolean next() {
            if (next >= last) {
                return false;
            }
            int position = positions[next++];
            at(entries.segment(position), Entries.offset(position));
            return true;
        }
    }

    private int firstNotBelow(byte[] key) {
        int low = 0;
        int high = positions.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (entries.compare(positions[middle], key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void close() {
        // whoever still holds the run must not hold its rows
        entries = new Entries();
        positions = new int[0];
        share.release();
    }
}

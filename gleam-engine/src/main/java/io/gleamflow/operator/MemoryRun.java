package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.KeyEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sorted run whose entries lie in an array, in the order given by their positions. */
final class MemoryRun implements SortedRun {

    private final byte[] entries;
    private final int[] positions;

    MemoryRun(byte[] entries, int[] positions) {
        this.entries = entries;
        this.positions = positions;
    }

    @Override
    public long rows() {
        return positions.length;
    }

    @Override
    public List<byte[]> sample(int count) {
        List<byte[]> keys = new ArrayList<>();
        int step = Math.max(1, positions.length / count);
        for (int i = step / 2; i < positions.length; i += step) {
            int key = positions[i] + RunReader.HEADER;
            keys.add(Arrays.copyOfRange(entries, key, key + BigEndian.getInt(entries, positions[i])));
        }
        return keys;
    }

    @Override
    public RunReader open(byte @Nullable [] from, byte @Nullable [] to) {
        int first = from == null ? 0 : firstNotBelow(from);
        int last = to == null ? positions.length : firstNotBelow(to);
        return new RunReader() {
            private int at = first;

            @Override
            public boolean next() {
                if (at >= last) {
                    return false;
                }
                at(entries, positions[at++]);
                return true;
            }
        };
    }

    private int firstNotBelow(byte[] key) {
        int low = 0;
        int high = positions.length;
        while (low < high) {
            int middle = low + high >>> 1;
            int start = positions[middle] + RunReader.HEADER;
            int end = start + BigEndian.getInt(entries, positions[middle]);
            if (KeyEncoder.compare(entries, start, end, key, 0, key.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void close() {}
}

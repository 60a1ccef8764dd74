package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import java.util.HashSet;
import java.util.Set;

/** Spills in memory, for tests: it knows which are open, so that none is forgotten. */
public final class MemorySpills implements SpillStore {

    private final Set<Spill> open = new HashSet<>();
    private int created;

    @Override
    public Spill create() {
        created++;
        Spill spill = new Spill() {
            private final Bytes bytes = new Bytes(1024);

            @Override
            public void write(byte[] from, int start, int length) {
                bytes.put(from, start, length);
            }

            @Override
            public long length() {
                return bytes.length();
            }

            @Override
            public int read(long position, byte[] into, int start, int length) {
                int count = (int) Math.min(length, bytes.length() - position);
                System.arraycopy(bytes.array(), (int) position, into, start, Math.max(0, count));
                return Math.max(0, count);
            }

            @Override
            public void close() {
                open.remove(this);
            }
        };
        open.add(spill);
        return spill;
    }

    public int created() {
        return created;
    }

    public int open() {
        return open.size();
    }
}

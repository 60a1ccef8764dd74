package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Spills in memory, for tests: it knows which are open, so that none is forgotten, and refuses to use a closed one. */
public final class MemorySpills implements SpillStore {

    private final Set<Spill> open = new HashSet<>();
    private long writesLeft = Long.MAX_VALUE;
    private int created;

    /** Spills on a disk that is full after so many writes. */
    public static MemorySpills failingAfter(long writes) {
        MemorySpills spills = new MemorySpills();
        spills.writesLeft = writes;
        return spills;
    }

    @Override
    public Spill create() {
        created++;
        Spill spill = new MemorySpill();
        open.add(spill);
        return spill;
    }

    private final class MemorySpill implements Spill {
        private final Bytes bytes = new Bytes(1024);

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            checkOpen();
            if (writesLeft-- <= 0) {
                throw new IOException("no space left on device");
            }
            bytes.put(from, start, length);
        }

        @Override
        public long length() {
            return bytes.length();
        }

        @Override
        public int read(long position, byte[] into, int start, int length) {
            checkOpen();
            int count = (int) Math.min(length, bytes.length() - position);
            System.arraycopy(bytes.array(), (int) position, into, start, Math.max(0, count));
            return Math.max(0, count);
        }

        private void checkOpen() {
            if (!open.contains(this)) {
                throw new AssertionError("a closed spill is used");
            }
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }

    public int created() {
        return created;
    }

    public int open() {
        return open.size();
    }
}

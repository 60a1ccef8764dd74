package io.gleamflow.local;

import io.gleamflow.operator.SpillStore;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Spills whose bytes are counted as they are written. */
record CountedSpills(SpillStore store, AtomicLong written) implements SpillStore {

    @Override
    public Spill create() throws IOException {
        return new Counted(store.create(), written);
    }

    private record Counted(Spill spill, AtomicLong written) implements Spill {
        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            spill.write(bytes, start, length);
            written.addAndGet(length);
        }

        @Override
        public long length() {
            return spill.length();
        }

        @Override
        public int read(long position, byte[] into, int start, int length) throws IOException {
            return spill.read(position, into, start, length);
        }

        @Override
        public void close() throws IOException {
            spill.close();
        }
    }
}

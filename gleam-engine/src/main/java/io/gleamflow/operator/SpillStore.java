package io.gleamflow.operator;

import java.io.Closeable;
import java.io.IOException;

/** Where operators put what does not fit in memory. Thread-safe; everything in it vanishes with the run. */
public interface SpillStore {

    /** An empty spill. */
    Spill create() throws IOException;

    /** Bytes written once, from the front, and then read from anywhere by any number of threads. */
    interface Spill extends Closeable {

        void write(byte[] bytes, int start, int length) throws IOException;

        /** Bytes written so far. */
        long length();

        /** Reads up to {@code length} bytes from {@code position}; returns how many, 0 at the end. */
        int read(long position, byte[] into, int start, int length) throws IOException;

        /** Gives the space back. */
        @Override
        void close() throws IOException;
    }
}

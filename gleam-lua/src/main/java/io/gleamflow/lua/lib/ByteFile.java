package io.gleamflow.lua.lib;

import java.io.IOException;

/** Bytes that are read and written from a position on. For one thread. */
interface ByteFile {
    /** What {@link #read} returns at the end. */
    int END = -1;

    /** The next byte, or {@link #END}. */
    int read() throws IOException;

    /** The byte that {@link #read} will return. */
    int peek() throws IOException;

    void write(byte[] bytes, int offset, int length) throws IOException;

    void flush() throws IOException;

    /** Moves to a position counted from the beginning. */
    void seek(long position) throws IOException;

    long position() throws IOException;

    long length() throws IOException;

    /** Closes; the exit code of a command, or 0. */
    int close() throws IOException;
}

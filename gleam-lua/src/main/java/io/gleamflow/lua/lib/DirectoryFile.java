package io.gleamflow.lua.lib;

import java.io.IOException;

/** A directory, which can be opened like a file but not read. */
final class DirectoryFile implements ByteFile {

    @Override
    public int read() throws IOException {
        throw new IOException(Files.DIRECTORY);
    }

    @Override
    public int peek() throws IOException {
        return read();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException(Files.BAD_DESCRIPTOR);
    }

    @Override
    public void flush() {}

    @Override
    public void seek(long position) {}

    @Override
    public long position() {
        return 0;
    }

    @Override
    public long length() {
        return Long.MAX_VALUE;
    }

    @Override
    public int close() {
        return 0;
    }
}

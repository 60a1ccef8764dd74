package io.gleamflow.lua.lib;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Streams as a file without positions: commands, and what takes the place of standard input and output. */
final class StreamFile implements ByteFile {
    private static final int NOT_PEEKED = -2;

    private final InputStream in;
    private final OutputStream out;
    private final @Nullable Process process;
    private int peeked = NOT_PEEKED;

    StreamFile(InputStream in, OutputStream out, @Nullable Process process) {
        this.in = in;
        this.out = out;
        this.process = process;
    }

    @Override
    public int read() throws IOException {
        int next = peek();
        peeked = NOT_PEEKED;
        return next;
    }

    @Override
    public int peek() throws IOException {
        if (peeked == NOT_PEEKED) {
            peeked = in.read();
        }
        return peeked;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void seek(long position) throws IOException {
        throw new IOException(Files.ILLEGAL_SEEK);
    }

    @Override
    public long position() throws IOException {
        throw new IOException(Files.ILLEGAL_SEEK);
    }

    @Override
    public long length() throws IOException {
        throw new IOException(Files.ILLEGAL_SEEK);
    }

    @Override
    public int close() throws IOException {
        out.close();
        in.close();
        if (process == null) {
            return 0;
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

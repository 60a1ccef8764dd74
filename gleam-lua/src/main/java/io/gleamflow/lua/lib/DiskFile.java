package io.gleamflow.lua.lib;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file on disk with a buffer that holds either what was read ahead or what is to be written. */
final class DiskFile implements ByteFile {
    private static final int BUFFER = 8192;

    private final RandomAccessFile file;
    private final boolean writable;
    private final boolean readable;
    private final boolean appends;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private int pending;

    /** Opens with a mode of C's fopen. */
    DiskFile(String name, String mode) throws IOException {
        readable = mode.startsWith("r") || mode.contains("+");
        writable = !mode.startsWith("r") || mode.contains("+");
        appends = mode.startsWith("a");
        Path path = Files.path(name);
        if (mode.startsWith("r") && !java.nio.file.Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        file = new RandomAccessFile(name, writable ? "rw" : "r");
        if (mode.startsWith("w") && java.nio.file.Files.isRegularFile(path)) {
            file.setLength(0);
        }
    }

    private boolean fill() throws IOException {
        if (!readable) {
            throw new IOException(Files.BAD_DESCRIPTOR);
        }
        flush();
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, file.read(buffer));
        return filled > 0;
    }

    @Override
    public int read() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xff : END;
    }

    @Override
    public int peek() throws IOException {
        return at < filled || fill() ? buffer[at] & 0xff : END;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!writable) {
            throw new IOException(Files.BAD_DESCRIPTOR);
        }
        if (filled > 0) {
            // what was read ahead is behind the position of the script
            file.seek(file.getFilePointer() - (filled - at));
            filled = 0;
            at = 0;
        }
        if (pending + length > BUFFER) {
            flush();
        }
        if (length > BUFFER) {
            toEnd();
            file.write(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, buffer, pending, length);
            pending += length;
        }
    }

    private void toEnd() throws IOException {
        if (appends) {
            file.seek(file.length());
        }
    }

    @Override
    public void flush() throws IOException {
        if (pending > 0) {
            toEnd();
            file.write(buffer, 0, pending);
            pending = 0;
        }
    }

    @Override
    public void seek(long position) throws IOException {
        flush();
        filled = 0;
        at = 0;
        if (position < 0) {
            throw new IOException(Files.INVALID_ARGUMENT);
        }
        file.seek(position);
    }

    @Override
    public long position() throws IOException {
        flush();
        return file.getFilePointer() - (filled - at);
    }

    @Override
    public long length() throws IOException {
        flush();
        return file.length();
    }

    @Override
    public int close() throws IOException {
        try {
            flush();
        } finally {
            file.close();
        }
        return 0;
    }
}

package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A line of a file, as it is known to who reads only a piece of the file.
 *
 * @param start of the piece, in bytes
 * @param count which line of the piece it is, from 1
 */
public record FileLine(String path, long start, long count) {

    private static final int BLOCK = 1 << 16;

    /**
     * Checks what a worker may have sent.
     *
     * @throws IllegalArgumentException when no file has such a path or such a line
     */
    public FileLine {
        Path file = Path.of(path);
        if (start < 0 || count < 0) {
            throw new IllegalArgumentException("there is no line " + count + " from byte " + start + " of " + file);
        }
    }

    /** The file, relative to a directory where possible, and the number of the line; the file alone when it cannot be read. */
    public String shown(Path base) {
        try {
            return file(base) + ", line " + (before() + count);
        } catch (IOException e) {
            return file(base);
        }
    }

    /** The file, relative to a directory where possible. */
    public String file(Path base) {
        Path file = Path.of(path);
        return (file.startsWith(base) ? base.relativize(file) : file).toString();
    }

    /**
     * How many lines are before the piece, which begins behind the first newline that is at its start or later, or at the byte
     * before; see {@link TextFile}.
     */
    long before() throws IOException {
        return start == 0 ? 0 : 1 + newlines(Path.of(path), start - 1);
    }

    private static long newlines(Path file, long bytes) throws IOException {
        long newlines = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (long left = bytes; left > 0; ) {
                byte[] block = in.readNBytes((int) Math.min(BLOCK, left));
                if (block.length == 0) {
                    throw new IOException(file + " has become shorter");
                }
                for (byte each : block) {
                    newlines += each == '\n' ? 1 : 0;
                }
                left -= block.length;
            }
        }
        return newlines;
    }
}

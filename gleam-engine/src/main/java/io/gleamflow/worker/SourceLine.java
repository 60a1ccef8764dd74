package io.gleamflow.worker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A line of a file, as a worker knows it that reads only a piece of the file.
 *
 * @param start of the piece, in bytes
 * @param count which line of the piece it is, from 1
 */
record SourceLine(String path, long start, long count) {

    /** The file and the number of the line in it, or the file alone when it can no longer be read. */
    String shown(Path base) {
        Path file = Path.of(path);
        String name = (file.startsWith(base) ? base.relativize(file) : file).toString();
        try {
            return name + ", line " + number(file);
        } catch (IOException e) {
            return name;
        }
    }

    /** A piece begins behind the first newline that is at its start or later, or at the byte before. */
    private long number(Path file) throws IOException {
        long line = count;
        if (start > 0) {
            line++;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                for (long left = start - 1; left > 0; left--) {
                    line += in.read() == '\n' ? 1 : 0;
                }
            }
        }
        return line;
    }
}

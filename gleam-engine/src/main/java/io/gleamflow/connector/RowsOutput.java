package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the rows of one shard to a stream through a buffer, and counts. Not thread-safe. */
public final class RowsOutput implements Closeable {

    private static final int BUFFER = 128 << 10;
    private static final int FIRST_BUFFER = 4 << 10;

    private final OutputStream out;
    private final RowFormat format;
    private final byte[] between;
    private Bytes buffer = new Bytes(FIRST_BUFFER);
    private long rows;

    /** A part without head and tail; {@link #join} puts them around all parts. */
    public RowsOutput(OutputStream out, RowFormat format) {
        this.out = out;
        this.format = format;
        this.between = format.between();
    }

    /**
     * Writes a row, or nothing when it is wrong.
     *
     * @return a word on what is wrong with the row, or empty
     */
    public String write(byte[] row, int start, int end) throws IOException {
        int before = buffer.length();
        if (rows > 0) {
            buffer.put(between);
        }
        String wrong = format.append(row, start, end, buffer);
        if (!wrong.isEmpty()) {
            buffer.length(before);
            return wrong;
        }
        rows++;
        if (buffer.length() >= BUFFER) {
            drain();
        }
        return "";
    }

    /** Whether rows may be written as {@link #text}. */
    public boolean takesLines() {
        return format.keepsLines();
    }

    /** Writes lines, each of which is a row, taken apart at tabs or not. */
    public void text(byte[] bytes, int start, int end, long lines) throws IOException {
        if (end - start < FIRST_BUFFER) {
            buffer.put(bytes, start, end - start);
        } else {
            drain();
            out.write(bytes, start, end - start);
        }
        rows += lines;
        if (buffer.length() >= BUFFER) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer.array(), 0, buffer.length());
        buffer.clear();
    }

    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            drain();
        }
        // there may be thousands, one for each key, and all are remembered until they are published
        buffer = new Bytes(0);
    }

    /** Gives back what the system holds for a part that nobody will publish; harmless after {@link #close}. */
    public void abandon() throws IOException {
        out.close();
    }

    /**
     * What one shard has written.
     *
     * @param rows how many
     */
    public record Part(Path file, long rows) {}

    /** Writes a whole file from its parts, in their order; the stream is not closed. */
    public static void join(RowFormat format, List<Part> parts, OutputStream out) throws IOException {
        out.write(format.head());
        join(format, false, parts, out);
    }

    /**
     * Writes the rest of a file from its parts, in their order; the stream is not closed.
     *
     * @param hasRows whether there are rows before them
     */
    public static void join(RowFormat format, boolean hasRows, List<Part> parts, OutputStream out) throws IOException {
        byte[] block = new byte[BUFFER];
        boolean first = !hasRows;
        for (Part part : parts) {
            if (part.rows() == 0) {
                continue;
            }
            if (!first) {
                out.write(format.between());
            }
            first = false;
            try (InputStream in = Files.newInputStream(part.file())) {
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                    out.write(block, 0, count);
                }
            }
        }
        out.write(format.tail());
    }
}

package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines to a stream through a buffer, and counts. Not thread-safe. */
public final class LineFile implements Closeable {

    private static final int BUFFER = 128 << 10;

    private final OutputStream out;
    private final LineFormat format;
    private final Bytes buffer = new Bytes(BUFFER + 4096);
    private long rows;
    private long bytes;

    public LineFile(OutputStream out, LineFormat format) {
        this.out = out;
        this.format = format;
    }

    /**
     * Writes a row.
     *
     * @return a word on what is wrong with the row, or empty
     */
    public String write(byte[] row, int start, int end) throws IOException {
        String wrong = format.append(row, start, end, buffer);
        rows++;
        if (buffer.length() >= BUFFER) {
            drain();
        }
        return wrong;
    }

    private void drain() throws IOException {
        bytes += buffer.length();
        out.write(buffer.array(), 0, buffer.length());
        buffer.clear();
    }

    public long rows() {
        return rows;
    }

    /** Bytes written; all of them only after {@link #close}. */
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        drain();
        out.close();
    }
}

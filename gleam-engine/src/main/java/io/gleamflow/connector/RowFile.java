package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes rows to a stream through a buffer, and counts; what stands before and behind them is not its business. Not thread-safe. */
public final class RowFile implements Closeable {

    private static final int BUFFER = 128 << 10;

    private final OutputStream out;
    private final RowFormat format;
    private final Bytes buffer = new Bytes(BUFFER + 4096);
    private long rows;

    public RowFile(OutputStream out, RowFormat format) {
        this.out = out;
        this.format = format;
    }

    /**
     * Writes a row.
     *
     * @return a word on what is wrong with the row, or empty
     */
    public String write(byte[] row, int start, int end) throws IOException {
        if (rows > 0) {
            buffer.put(format.between());
        }
        String wrong = format.append(row, start, end, buffer);
        rows++;
        if (buffer.length() >= BUFFER) {
            drain();
        }
        return wrong;
    }

    private void drain() throws IOException {
        out.write(buffer.array(), 0, buffer.length());
        buffer.clear();
    }

    /** Rows written. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        drain();
        out.close();
    }
}

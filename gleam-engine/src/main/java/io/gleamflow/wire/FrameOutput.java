package io.gleamflow.wire;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes frames to a pipe, through a buffer of its own. Not thread-safe. */
public final class FrameOutput implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final OutputStream out;
    private final Bytes buffer = new Bytes(2 * BUFFER);

    public FrameOutput(OutputStream out) {
        this.out = out;
    }

    /** Writes one row whose values are MessagePack already. */
    public void row(byte[] values, int start, int end) throws IOException {
        int at = buffer.length();
        buffer.room(4 + end - start);
        BigEndian.putLittleInt(buffer.array(), at, end - start);
        buffer.length(at + 4);
        buffer.put(values, start, end - start);
        if (buffer.length() >= BUFFER) {
            drain();
        }
    }

    /** Writes a control map and everything before it. */
    public void control(Map<String, Object> map) throws IOException {
        Bytes body = new Bytes(256);
        ControlMaps.write(map, new ValueWriter(body));
        int at = buffer.length();
        buffer.room(8);
        BigEndian.putLittleInt(buffer.array(), at, Frames.CONTROL);
        BigEndian.putLittleInt(buffer.array(), at + 4, body.length());
        buffer.length(at + 8);
        buffer.put(body.array(), 0, body.length());
        flush();
    }

    private void drain() throws IOException {
        out.write(buffer.array(), 0, buffer.length());
        buffer.clear();
    }

    public void flush() throws IOException {
        drain();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}

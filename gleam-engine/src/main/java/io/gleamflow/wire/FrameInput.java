package io.gleamflow.wire;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.MalformedRowException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads frames from a pipe. A row's bytes are not looked into: that is for who uses the row. Not thread-safe.
 */
public final class FrameInput {

    private static final int BUFFER = 64 << 10;

    /** What an array can hold with its header, whatever rows may have. */
    private static final int LARGEST = Integer.MAX_VALUE - BUFFER;

    /** What {@link #next} found. */
    public enum Next {
        ROW,
        CONTROL,
        END_OF_FILE
    }

    private final InputStream in;
    private final int largestRow;
    private byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private int start;
    private int end;
    private long frames;
    private long offset;

    /**
     * Reads from a stream, which it does not close.
     *
     * @param largestRow in bytes; a longer frame is malformed
     */
    public FrameInput(InputStream in, int largestRow) {
        this.in = in;
        this.largestRow = Math.min(LARGEST, largestRow);
    }

    /**
     * Goes to the next frame that is not empty.
     *
     * @throws MalformedFrameException for a frame cut short, too long, or with a length that means nothing
     */
    public Next next() throws IOException {
        while (available(4)) {
            int length = BigEndian.getLittleInt(buffer, at);
            frames++;
            if (length == 0) {
                advance(4);
            } else if (length > 0) {
                body(4, length, largestRow);
                return Next.ROW;
            } else if (length == Frames.CONTROL) {
                need(8);
                body(8, BigEndian.getLittleInt(buffer, at + 4), LARGEST);
                return Next.CONTROL;
            } else {
                throw malformed("a frame cannot have " + length + " bytes");
            }
        }
        if (at < filled) {
            throw cutShort();
        }
        return Next.END_OF_FILE;
    }

    private void body(int header, int length, int largest) throws IOException {
        if (length < 0 || length > largest) {
            throw malformed("a frame of " + length + " bytes is longer than the " + largest + " allowed");
        }
        need(header + length);
        start = at + header;
        end = start + length;
        advance(header + length);
    }

    private void need(int count) throws IOException {
        if (!available(count)) {
            throw cutShort();
        }
    }

    private void advance(int count) {
        at += count;
        offset += count;
    }

    private MalformedFrameException malformed(String message) {
        return new MalformedFrameException(message, false, Math.max(1, frames), offset);
    }

    private MalformedFrameException cutShort() {
        return new MalformedFrameException(
                "the stream ends in the middle of a frame", true, Math.max(1, frames), offset);
    }

    private boolean available(int count) throws IOException {
        if (filled - at >= count) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        while (filled < count) {
            if (filled == buffer.length) {
                // doubling as the bytes come in, so that a lying length allocates nothing
                buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L));
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }

    /** The array the frame lies in; valid until {@link #next} is called again. */
    public byte[] bytes() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /**
     * The control map the reader stands at.
     *
     * @throws IOException when the frame holds something else
     */
    public Map<String, Object> control() throws IOException {
        try {
            return ControlMaps.read(buffer, start, end);
        } catch (MalformedRowException e) {
            throw new IOException("a control map cannot be read: " + e.getMessage(), e);
        }
    }
}

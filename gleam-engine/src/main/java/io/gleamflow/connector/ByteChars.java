package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Every byte as a char of the same number. */
final class ByteChars extends Reader {

    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int filled;
    private char[] last = new char[0];
    private boolean ended;

    ByteChars(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] to, int off, int len) throws IOException {
        last = to;
        if (at == filled) {
            int read = in.read(buffer, 0, buffer.length);
            if (read < 0) {
                ended = true;
                return -1;
            }
            at = 0;
            filled = read;
        }
        int count = Math.min(len, filled - at);
        for (int i = 0; i < count; i++) {
            to[off + i] = (char) (buffer[at + i] & 0xff);
        }
        at += count;
        return count;
    }

    /** The array that was filled last; it belongs to the caller of {@link #read}. */
    char[] last() {
        return last;
    }

    /** Whether the caller has been told the end. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

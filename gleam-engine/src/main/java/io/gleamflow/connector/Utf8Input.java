package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as UTF-8, without the mark that may stand at its start. UTF-8 and ASCII are passed on as they are. */
final class Utf8Input extends InputStream {

    /** Never changed. */
    static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private byte[] first = new byte[0];
    private int firstAt;

    private Utf8Input(InputStream in) throws IOException {
        this.in = in;
        // no further than it may be the mark: a program may print a short line and then wait
        for (int i = 0; i < MARK.length; i++) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            first = Arrays.copyOf(first, i + 1);
            first[i] = (byte) next;
            if (first[i] != MARK[i]) {
                return;
            }
        }
        first = new byte[0];
    }

    /**
     * Reads a stream of some encoding.
     *
     * @param place only its start has a mark
     */
    static InputStream of(InputStream in, Charset encoding, RowPlace place) throws IOException {
        boolean same = encoding.equals(StandardCharsets.UTF_8) || encoding.equals(StandardCharsets.US_ASCII);
        InputStream utf8 = same ? in : new TranscodedInput(in, encoding, place.file());
        return place.isStart() ? new Utf8Input(utf8) : utf8;
    }

    @Override
    public int read() throws IOException {
        return firstAt < first.length ? first[firstAt++] & 0xff : in.read();
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
        if (firstAt == first.length) {
            return in.read(to, off, len);
        }
        int count = Math.min(len, first.length - firstAt);
        System.arraycopy(first, firstAt, to, off, count);
        firstAt += count;
        return count;
    }
}

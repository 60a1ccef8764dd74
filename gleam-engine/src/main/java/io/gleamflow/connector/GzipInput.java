package io.gleamflow.connector;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of gzip members, one after the other. {@link java.util.zip.GZIPInputStream} takes a damaged header of a later
 * member for the end of the file; here that is an error. Zeros behind the last member are padding.
 *
 * <p>The format: RFC 1952.
 */
final class GzipInput extends InputStream {

    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int filled;
    private long members;
    private boolean open;

    GzipInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        while (open || begin()) {
            int count = inflate(to, off, len);
            if (count > 0) {
                check.update(to, off, count);
                return count;
            }
            if (inflater.finished()) {
                finish();
            } else if (inflater.needsDictionary()) {
                throw damaged();
            } else if (!fill()) {
                throw cut();
            } else {
                inflater.setInput(buffer, at, filled - at);
            }
        }
        return -1;
    }

    private int inflate(byte[] to, int off, int len) throws ZipException {
        try {
            return inflater.inflate(to, off, len);
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    /** Reads the header of a member, or returns false at the end of the file. */
    private boolean begin() throws IOException {
        int first = next();
        while (members > 0 && first == 0) {
            first = next();
        }
        if (first < 0 && members > 0) {
            return false;
        }
        if (first < 0) {
            throw cut();
        }
        if (first != 0x1f || byteOrCut() != 0x8b || byteOrCut() != 8) {
            throw new ZipException(members == 0 ? "this is no gzip data" : "there is something behind the gzip data");
        }
        int flags = byteOrCut();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(byteOrCut() | byteOrCut() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            skip(2);
        }
        inflater.reset();
        check.reset();
        inflater.setInput(buffer, at, filled - at);
        open = true;
        return true;
    }

    private void finish() throws IOException {
        at = filled - inflater.getRemaining();
        if (number() != check.getValue() || number() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw damaged();
        }
        members++;
        open = false;
    }

    private long number() throws IOException {
        long low = byteOrCut() | byteOrCut() << 8;
        return low | (long) (byteOrCut() | byteOrCut() << 8) << 16;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            byteOrCut();
        }
    }

    private void skipText() throws IOException {
        while (byteOrCut() != 0) {
            // up to the zero that ends it
        }
    }

    private int byteOrCut() throws IOException {
        int next = next();
        if (next < 0) {
            throw cut();
        }
        return next;
    }

    private int next() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private static EOFException cut() {
        return new EOFException("the gzip data is cut short");
    }

    private static ZipException damaged() {
        return new ZipException("the gzip data is damaged");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}

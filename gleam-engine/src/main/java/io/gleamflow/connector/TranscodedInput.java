package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A text of another encoding as UTF-8. Bytes that the encoding does not have are an error. */
final class TranscodedInput extends InputStream {

    private static final int CHARS = 16 << 10;

    private final InputStream in;
    private final String file;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(2 * CHARS).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(CHARS).limit(0);
    private final ByteBuffer out = ByteBuffer.allocate(3 * CHARS + 16).limit(0);
    private long passed;
    private boolean ended;
    private boolean done;

    TranscodedInput(InputStream in, Charset encoding, String file) {
        this.in = in;
        this.file = file;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        return fill() ? out.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(len, out.remaining());
        out.get(to, off, count);
        return count;
    }

    /** Makes sure there are bytes to give, or returns false at the end. */
    private boolean fill() throws IOException {
        while (!out.hasRemaining()) {
            if (done) {
                return false;
            }
            readMore();
            chars.compact();
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            passed += bytes.position() - before;
            if (result.isError()) {
                throw wrong();
            }
            done = ended && result.isUnderflow() && decoder.flush(chars).isUnderflow();
            chars.flip();
            out.clear();
            if (encoder.encode(chars, out, done).isError()) {
                throw wrong();
            }
            out.flip();
        }
        return true;
    }

    private void readMore() throws IOException {
        if (ended) {
            return;
        }
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private SourceException wrong() {
        return new SourceException(file + ": the bytes at " + passed + " are no "
                + decoder.charset().name());
    }
}

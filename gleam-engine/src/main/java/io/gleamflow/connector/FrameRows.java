package io.gleamflow.connector;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.MalformedRowException;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** Reads frames: a length of 32 bits, the lowest first, and a row. Frames without bytes count, but are no rows. */
final class FrameRows implements RowReader {

    private static final int BLOCK = 64 << 10;

    private final List<String> names;
    private final int longest;
    private final RowCursor cursor = new RowCursor();
    private final byte[] prefix = new byte[4];
    private byte[] row = new byte[BLOCK];
    private RowPlace place = RowPlace.whole("");
    private long frame;
    private long position;

    FrameRows(List<String> names, int longest) {
        this.names = names;
        this.longest = longest;
    }

    @Override
    public void read(InputStream raw, RowPlace from, RowSink sink) throws IOException {
        place = from;
        frame = 0;
        position = from.start();
        InputStream in = new BufferedInputStream(raw, BLOCK);
        while (true) {
            int got = in.readNBytes(prefix, 0, prefix.length);
            if (got == 0) {
                return;
            }
            frame++;
            if (got < prefix.length) {
                throw refusal("the file ends in the length of the frame");
            }
            int length = BigEndian.getLittleInt(prefix, 0);
            if (length < 0 || length > longest) {
                throw refusal("a length of " + length + " bytes; a row may have " + longest);
            }
            fill(in, length);
            check(length);
            if (length > 0) {
                sink.row(row, 0, length);
            }
            position += prefix.length + length;
        }
    }

    private void fill(InputStream in, int length) throws IOException {
        int got = 0;
        while (got < length) {
            // a length alone claims no memory
            if (got == row.length) {
                row = Arrays.copyOf(row, Math.min(longest, 2 * got));
            }
            int read = in.readNBytes(row, got, Math.min(length, row.length) - got);
            if (read == 0) {
                throw refusal("the file ends after " + got + " of the " + length + " bytes of the frame");
            }
            got += read;
        }
    }

    private void check(int length) throws SourceException {
        try {
            cursor.reset(row, 0, length);
        } catch (MalformedRowException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    private SourceException refusal(String wrong) {
        return new SourceException(where() + " (at byte " + position + "): " + wrong);
    }

    @Override
    public long line() {
        return frame;
    }

    @Override
    public RowPlace place() {
        return place;
    }

    @Override
    public String where() {
        return place.file() + ", frame " + frame;
    }

    @Override
    public List<String> names() {
        return names;
    }
}

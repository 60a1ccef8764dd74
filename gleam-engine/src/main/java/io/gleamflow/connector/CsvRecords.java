package io.gleamflow.connector;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of the fields that the parser finds. Lines are counted here: the parser takes a CR and a later LF within
 * quotes for one line end.
 */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<Object> {

    private final Header header;
    private final int longest;
    private final Optional<BadRecords> bad;
    private final RowSink sink;
    private final Bytes row = new Bytes(1024);
    private final ValueWriter values = new ValueWriter(row);
    private final List<String> headerFields = new ArrayList<>();
    private boolean headerDue;
    private boolean empty;
    private long line;
    private long nextLine = 1;

    /**
     * @param headerDue whether the first record has the names
     * @param bad takes records with other columns than they must have
     */
    CsvRecords(Header header, boolean headerDue, int longest, Optional<BadRecords> bad, RowSink sink) {
        this.header = header;
        this.headerDue = headerDue;
        this.longest = longest;
        this.bad = bad;
        this.sink = sink;
    }

    /** Where the record that is being read begins. */
    long line() {
        return line;
    }

    /** Where the next field begins, if it belongs to the same record. */
    long fieldLine() {
        return nextLine - 1;
    }

    boolean isHeaderDue() {
        return headerDue;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = nextLine++;
        row.clear();
        empty = false;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        if (row.length() + (long) len + 5 > longest) {
            throw Refused.tooLong(longest);
        }
        if (headerDue) {
            row.length(row.length() + len);
            headerFields.add(text(buf, offset, len));
        } else if (len == 0 && !quoted) {
            values.nil();
        } else {
            values.stringHeader(len);
            byte[] to = row.room(len);
            int at = row.length();
            for (int i = 0; i < len; i++) {
                to[at + i] = (byte) buf[offset + i];
            }
            row.length(at + len);
        }
        if (quoted) {
            nextLine += lineEnds(buf, offset, len);
        }
    }

    private static String text(char[] buf, int offset, int len) {
        return new String(new String(buf, offset, len).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static int lineEnds(char[] buf, int offset, int len) {
        int ends = 0;
        for (int i = offset; i < offset + len; i++) {
            if (buf[i] == '\n' || buf[i] == '\r' && !(i + 1 < offset + len && buf[i + 1] == '\n')) {
                ends++;
            }
        }
        return ends;
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    private boolean isRight() {
        try {
            header.checkWidth(getFieldCount());
            return true;
        } catch (Refused e) {
            bad.orElseThrow(() -> e).take(e.words(), row.array(), 0, row.length());
            return false;
        }
    }

    /** Never gives a record, so that the parser goes on until the end. */
    @Override
    protected @Nullable Object buildRecord() {
        if (empty) {
            if (headerDue || header.names().size() > 1) {
                return null;
            }
            values.nil();
        } else if (headerDue) {
            headerDue = false;
            header.take(headerFields);
            return null;
        } else if (!isRight()) {
            return null;
        }
        sink.row(row.array(), 0, row.length());
        return null;
    }
}

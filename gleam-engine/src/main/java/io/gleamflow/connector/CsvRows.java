package io.gleamflow.connector;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads csv. A record ends with LF, CRLF or CR; within quotes these stay as they are. A field is quoted when its first
 * character is a quote; a quote further on in a field without quotes is a character like others. Behind the closing quote
 * only the separator or the end of the record may stand.
 *
 * <p>A line without anything is no record when there are several columns, and an empty value when there is one. Bytes that
 * are no UTF-8 stay as they are: the parser sees every byte as a character.
 */
final class CsvRows implements RowReader {

    private static final int SLACK = 64 << 10;

    private final FileFormat format;
    private final Header header;
    private final int longest;
    private final Optional<BadRecords> bad;
    private RowPlace place = RowPlace.whole("");
    private @Nullable CsvRecords records;

    CsvRows(FileFormat format, List<String> expected, int longest, Optional<BadRecords> bad) {
        this.format = format;
        this.header = new Header(format, expected);
        this.longest = longest;
        this.bad = bad;
    }

    @Override
    public void read(InputStream in, RowPlace from, RowSink sink) throws IOException {
        place = from;
        header.begin();
        boolean headerDue = format.hasHeader() && from.isStart();
        CsvRecords now = new CsvRecords(header, headerDue, longest, bad, sink);
        records = now;
        ByteChars chars = new ByteChars(Utf8Input.of(in, format.encoding(), from));
        try {
            parse(chars, now);
        } catch (Refused e) {
            throw place.refusal(now.line(), e.words());
        }
        if (now.isHeaderDue()) {
            throw Header.missing(place.file());
        }
    }

    /** Runs through all records; the parser puts whatever is thrown meanwhile into exceptions of its own. */
    private void parse(ByteChars chars, CsvRecords now) throws IOException {
        try {
            // the reader is not closed: the stream belongs to the caller
            CsvReader.builder()
                    .fieldSeparator(format.separator())
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .maxBufferSize((int) Math.min(Integer.MAX_VALUE - 8L, 2L * longest + 3 * SLACK))
                    .build(now, chars)
                    .forEach(never -> {});
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CsvParseException wrong) {
                throw refusal(wrong, chars, now);
            } else if (e.getCause() instanceof RuntimeException other) {
                throw other;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private SourceException refusal(CsvParseException wrong, ByteChars chars, CsvRecords now) {
        if (String.valueOf(wrong.getMessage()).startsWith("Unexpected character after closing quote")) {
            return place.refusal(
                    now.fieldLine(), "text behind a closing quote; a quote inside quotes is written twice");
        }
        if (chars.hasEnded() || isInsideQuotes(chars.last())) {
            return place.refusal(now.line(), quote(now) + " is never closed");
        }
        return place.refusal(now.line(), Refused.tooLong(longest).words());
    }

    private String quote(CsvRecords now) {
        OptionalLong line = place.number(now.fieldLine());
        return line.isPresent() ? "the quote opened in line " + line.getAsLong() : "a quote";
    }

    /**
     * Whether a buffer that one field has filled holds what would have ended a field without quotes. At its ends there may
     * be characters of other fields.
     */
    private boolean isInsideQuotes(char[] buffer) {
        for (int i = SLACK; i < buffer.length - SLACK; i++) {
            if (buffer[i] == format.separator() || buffer[i] == '\n' || buffer[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public long line() {
        return records == null ? 0 : records.line();
    }

    @Override
    public RowPlace place() {
        return place;
    }

    @Override
    public List<String> names() {
        return header.names();
    }
}

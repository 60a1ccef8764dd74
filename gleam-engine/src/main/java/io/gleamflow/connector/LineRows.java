package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads the formats in which a line is a row. */
final class LineRows implements RowReader {

    private final FileFormat format;
    private final LineParser parser;
    private final int longestLine;
    private final int longest;
    private final Optional<BadRecords> bad;
    private final Bytes row = new Bytes(1024);
    private RowPlace place = RowPlace.whole("");
    private long line;

    /**
     * @param longestLine bytes a line may have that is a row of as many bytes as it may have
     * @param bad takes lines that are no rows
     */
    LineRows(FileFormat format, LineParser parser, int longestLine, int longest, Optional<BadRecords> bad) {
        this.format = format;
        this.parser = parser;
        this.longestLine = longestLine;
        this.longest = longest;
        this.bad = bad;
    }

    @Override
    public void read(InputStream in, RowPlace from, RowSink sink) throws IOException {
        place = from;
        line = 0;
        boolean headerDue = format.hasHeader() && from.isStart();
        parser.begin(headerDue);
        Lines lines = new Lines(Utf8Input.of(in, format.encoding(), from), longestLine, longest);
        try {
            while (lines.next()) {
                line = lines.number();
                row.clear();
                if (parse(lines)) {
                    sink.row(row.array(), 0, row.length());
                }
            }
        } catch (Refused e) {
            throw place.refusal(lines.number(), e.words());
        }
        if (parser.isHeaderDue()) {
            throw Header.missing(place.file());
        }
    }

    /** Whether a line is a row. */
    private boolean parse(Lines lines) throws IOException {
        boolean isHeader = parser.isHeaderDue();
        try {
            boolean is = parser.parse(lines.bytes(), lines.start(), lines.end(), row);
            if (row.length() > longest) {
                throw Refused.tooLong(longest);
            }
            return is;
        } catch (Refused e) {
            if (isHeader || bad.isEmpty()) {
                throw e;
            }
            row.clear();
            new ValueWriter(row).string(lines.bytes(), lines.start(), lines.end() - lines.start());
            bad.get().take(e.words(), row.array(), 0, row.length());
            return false;
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public RowPlace place() {
        return place;
    }

    @Override
    public List<String> names() {
        return parser.names();
    }
}

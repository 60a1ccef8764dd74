package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the formats in which a line is a row. */
final class LineRows implements RowReader {

    private final FileFormat format;
    private final LineParser parser;
    private final int longestLine;
    private final int longest;
    private final Bytes row = new Bytes(1024);
    private RowPlace place = RowPlace.whole("");
    private long line;

    /**
     * @param longestLine bytes a line may have that is a row of as many bytes as it may have
     */
    LineRows(FileFormat format, LineParser parser, int longestLine, int longest) {
        this.format = format;
        this.parser = parser;
        this.longestLine = longestLine;
        this.longest = longest;
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
                if (parser.parse(lines.bytes(), lines.start(), lines.end(), row)) {
                    if (row.length() > longest) {
                        throw Refused.tooLong(longest);
                    }
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

    @Override
    public long line() {
        return line;
    }

    @Override
    public String where() {
        return place.line(line);
    }

    @Override
    public List<String> names() {
        return parser.names();
    }
}

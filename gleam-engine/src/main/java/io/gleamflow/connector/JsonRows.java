package io.gleamflow.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a file that is one list, a row for each of its values, or one object, which is one row. */
final class JsonRows implements RowReader {

    private final FileFormat format;
    private final int longest;
    private final JsonFactory factory;
    private final JsonRecord record;
    private final Bytes row = new Bytes(1024);
    private RowPlace place = RowPlace.whole("");
    private long line;

    JsonRows(FileFormat format, List<String> expected, int longest) {
        this.format = format;
        this.longest = longest;
        this.factory = JsonSource.factory(longest);
        this.record = new JsonRecord(format, expected, longest);
    }

    @Override
    public void read(InputStream in, RowPlace from, RowSink sink) throws IOException {
        place = from;
        line = 0;
        try (JsonParser parser = factory.createParser(Utf8Input.of(in, format.encoding(), from))) {
            try {
                values(parser, sink);
            } catch (JsonProcessingException e) {
                long wrong = e.getLocation() == null ? line : e.getLocation().getLineNr();
                throw place.refusal(wrong, JsonSource.words(e, longest));
            } catch (Refused e) {
                throw place.refusal(parser.currentLocation().getLineNr(), e.words());
            }
        }
    }

    private void values(JsonParser parser, RowSink sink) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new SourceException(place.file() + " is empty; a list or an object must be there");
        } else if (first == JsonToken.START_OBJECT) {
            row(parser, sink);
        } else if (first == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                row(parser, sink);
            }
        } else {
            throw new Refused("neither a list nor an object");
        }
        if (parser.nextToken() != null) {
            throw new Refused("another value behind the first; a file with a value a line is `format: jsonl`");
        }
    }

    private void row(JsonParser parser, RowSink sink) throws IOException {
        line = parser.currentTokenLocation().getLineNr();
        row.clear();
        record.append(parser, row);
        if (row.length() > longest) {
            throw Refused.tooLong(longest);
        }
        sink.row(row.array(), 0, row.length());
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
        return record.names();
    }
}

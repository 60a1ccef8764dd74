package io.gleamflow.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import java.io.IOException;
import java.util.List;

/** A line of JSON is one value; one of blanks only is none. */
final class JsonLine implements LineParser {

    private final int longest;
    private final JsonFactory factory;
    private final JsonRecord record;

    JsonLine(FileFormat format, List<String> expected, int longest) {
        this.longest = longest;
        this.factory = JsonSource.factory(longest);
        this.record = new JsonRecord(format, expected, longest);
    }

    /** The most bytes that a line with a row of so many may have: a byte may be written as six. */
    static int longestLine(int longest) {
        return (int) Math.min(1 << 30, 8L * longest);
    }

    @Override
    public boolean parse(byte[] bytes, int start, int end, Bytes row) throws IOException {
        try (JsonParser parser = factory.createParser(bytes, start, end - start)) {
            if (parser.nextToken() == null) {
                return false;
            }
            record.append(parser, row);
            if (parser.nextToken() != null) {
                throw new Refused("another value in the same line");
            }
            return true;
        } catch (JsonProcessingException e) {
            throw new Refused(JsonSource.words(e, longest));
        }
    }

    @Override
    public List<String> names() {
        return record.names();
    }
}

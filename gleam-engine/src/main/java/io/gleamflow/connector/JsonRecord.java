package io.gleamflow.connector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row for each value of JSON: an object gives columns by their names, nil where a name is missing; a list gives columns
 * by position; anything else is one column. The names are those of the format, else the expected ones, else those of the
 * first object.
 */
final class JsonRecord {

    private final JsonValues values;
    private final Bytes object = new Bytes(1024);
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> names = List.of();
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private boolean unnamed;

    JsonRecord(FileFormat format, List<String> expected, int longest) {
        this.values = new JsonValues(longest);
        name(format.columns().isEmpty() ? expected : format.columns());
    }

    List<String> names() {
        return names;
    }

    private void name(List<String> all) {
        names = List.copyOf(all);
        columns.clear();
        for (String name : names) {
            columns.put(name, columns.size());
        }
        starts = new int[names.size()];
        ends = new int[names.size()];
    }

    /**
     * Appends the row of the value whose first token the parser is at.
     *
     * @throws Refused when it is no row like the others
     */
    void append(JsonParser parser, Bytes row) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            if (names.isEmpty()) {
                first(parser, row);
            } else {
                object(parser, row);
            }
            return;
        }
        unnamed = names.isEmpty();
        int width = 1;
        if (token == JsonToken.START_ARRAY) {
            for (width = 0; parser.nextToken() != JsonToken.END_ARRAY; width++) {
                values.append(parser, row);
            }
        } else {
            values.append(parser, row);
        }
        if (width == 0) {
            throw new Refused("an empty list is no row");
        }
        if (!names.isEmpty() && width != names.size()) {
            throw new Refused(
                    width + (width == 1 ? " value" : " values") + " for the columns " + String.join(", ", names));
        }
    }

    private void first(JsonParser parser, Bytes row) throws IOException {
        if (unnamed) {
            throw new Refused("an object; the values before have no names");
        }
        List<String> found = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            found.add(parser.currentName());
            parser.nextToken();
            values.append(parser, row);
        }
        if (found.isEmpty()) {
            throw new Refused("the first object has no keys, so the columns have no names");
        }
        name(found);
    }

    private void object(JsonParser parser, Bytes row) throws IOException {
        object.clear();
        Arrays.fill(starts, -1);
        int likely = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int column = column(parser.currentName(), likely);
            likely = column + 1;
            parser.nextToken();
            starts[column] = object.length();
            values.append(parser, object);
            ends[column] = object.length();
        }
        ValueWriter out = new ValueWriter(row);
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < 0) {
                out.nil();
            } else {
                out.raw(object.array(), starts[i], ends[i]);
            }
        }
    }

    private int column(String name, int likely) {
        if (likely < names.size() && names.get(likely).equals(name)) {
            return likely;
        }
        Integer column = columns.get(name);
        if (column == null) {
            throw new Refused("the key " + name + " is none of the columns " + String.join(", ", names));
        }
        return column;
    }
}

package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as JSON: objects when the columns have names; else a list, and the value itself when there is one column. A list
 * that is the only column is put into another, because a list is read as columns.
 */
final class JsonFormat implements RowFormat {

    private final boolean lines;
    private final List<String> names;
    private final List<byte[]> keys = new ArrayList<>();
    private final RowCursor cursor = new RowCursor();

    /**
     * @param lines whether there is a row a line, and not one list of all
     */
    JsonFormat(boolean lines, List<String> names) {
        this.lines = lines;
        this.names = List.copyOf(names);
        for (String name : names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            Bytes key = new Bytes(32);
            JsonText.string(text, 0, text.length, key);
            key.put(':');
            keys.add(key.copy());
        }
    }

    @Override
    public byte[] head() {
        return ascii(lines ? "" : "[");
    }

    @Override
    public byte[] between() {
        return ascii(lines ? "" : ",");
    }

    @Override
    public byte[] tail() {
        return ascii(lines ? "" : "\n]\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        cursor.reset(bytes, start, end);
        String wrong = Widths.wrong(cursor.width(), names);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (!lines) {
            out.put('\n');
        }
        boolean bare = names.isEmpty()
                && cursor.width() == 1
                && MessagePack.kind(bytes, cursor.start(0)) != MessagePack.Kind.LIST;
        if (!bare) {
            out.put(names.isEmpty() ? '[' : '{');
        }
        for (int i = 0; i < cursor.width(); i++) {
            if (i > 0) {
                out.put(',');
            }
            if (!names.isEmpty()) {
                out.put(keys.get(i));
            }
            try {
                JsonText.append(bytes, cursor.start(i), cursor.end(i), out);
            } catch (Refused e) {
                return Widths.column(i, names) + " " + e.words();
            }
        }
        if (!bare) {
            out.put(names.isEmpty() ? ']' : '}');
        }
        if (lines) {
            out.put('\n');
        }
        return "";
    }
}

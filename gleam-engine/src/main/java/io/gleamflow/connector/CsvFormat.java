package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows as csv that reads back the same. Nil is nothing, empty text {@code ""}; a row of one column that is nil is an empty
 * line. A value is quoted when there is a separator, a quote, CR or LF in it, and when it begins with the bytes of a mark
 * that a reader drops from the start of a file; blanks need no quotes. Lists and maps are JSON.
 */
final class CsvFormat implements RowFormat {

    private final int separator;
    private final List<String> names;
    private final RowCursor cursor = new RowCursor();
    private final Bytes scratch = new Bytes(256);

    CsvFormat(char separator, List<String> names) {
        this.separator = separator;
        this.names = List.copyOf(names);
    }

    @Override
    public byte[] head() {
        if (names.isEmpty()) {
            return new byte[0];
        }
        Bytes out = new Bytes(256);
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.put(separator);
            }
            byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
            text(name, 0, name.length, out);
        }
        out.put('\n');
        return out.copy();
    }

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        cursor.reset(bytes, start, end);
        String wrong = Widths.wrong(cursor.width(), names);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        for (int i = 0; i < cursor.width(); i++) {
            if (i > 0) {
                out.put(separator);
            }
            try {
                value(bytes, cursor.start(i), cursor.end(i), out);
            } catch (Refused e) {
                return Widths.column(i, names) + " " + e.words();
            }
        }
        out.put('\n');
        return "";
    }

    private void value(byte[] b, int at, int end, Bytes out) {
        switch (MessagePack.kind(b, at)) {
            case STR -> text(b, at + MessagePack.header(b, at), end, out);
            case LIST, MAP -> {
                scratch.clear();
                JsonText.append(b, at, end, scratch);
                text(scratch.array(), 0, scratch.length(), out);
            }
            default -> {
                scratch.clear();
                ValueText.append(b, at, end, scratch);
                if (scratch.length() > 0) {
                    text(scratch.array(), 0, scratch.length(), out);
                }
            }
        }
    }

    private void text(byte[] b, int start, int end, Bytes out) {
        if (!needsQuotes(b, start, end)) {
            out.put(b, start, end - start);
            return;
        }
        out.put('"');
        int from = start;
        for (int i = start; i < end; i++) {
            if (b[i] == '"') {
                out.put(b, from, i + 1 - from);
                from = i;
            }
        }
        out.put(b, from, end - from);
        out.put('"');
    }

    private boolean needsQuotes(byte[] b, int start, int end) {
        if (start == end || end - start >= 3 && b[start] == (byte) 0xef && b[start + 1] == (byte) 0xbb) {
            return true;
        }
        for (int i = start; i < end; i++) {
            int c = b[i];
            if (c == separator || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}

package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows that a reader has handed on, as texts: each value as JSON, except that text has single quotes. */
class Rows implements RowSink {

    static final int LONGEST = 8 << 20;

    final List<List<String>> rows = new ArrayList<>();
    private final RowCursor cursor = new RowCursor();

    static List<List<String>> of(FileFormat format, List<String> expected, byte[] file) throws IOException {
        Rows rows = new Rows();
        Formats.reader(format, expected, LONGEST).read(new ByteArrayInputStream(file), RowPlace.whole("x"), rows);
        return rows.rows;
    }

    static List<List<String>> of(FileFormat format, String file) throws IOException {
        return of(format, List.of(), file.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cursor.width(); i++) {
            row.add(text(bytes, cursor.start(i), cursor.end(i)));
        }
        rows.add(row);
    }

    static String text(byte[] bytes, int at, int end) {
        Bytes out = new Bytes(32);
        ValueText.append(bytes, at, end, out);
        // one char for each byte, so that nothing is lost
        String text = new String(out.copy(), StandardCharsets.ISO_8859_1);
        return switch (MessagePack.kind(bytes, at)) {
            case NIL -> "nil";
            case STR -> "'" + text + "'";
            default -> text;
        };
    }

    @Override
    public void end() {
        throw new IllegalStateException("readers do not tell the end");
    }
}

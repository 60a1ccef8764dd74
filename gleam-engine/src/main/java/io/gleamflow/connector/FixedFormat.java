package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;
import java.util.List;

/** Columns of fixed width in characters, each filled up with blanks on its right. Nil and empty text are blanks. */
final class FixedFormat implements RowFormat {

    private final List<String> names;
    private final List<Integer> widths;
    private final RowCursor cursor = new RowCursor();

    FixedFormat(FileFormat format) {
        this.names = format.columns();
        this.widths = format.widths();
    }

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        cursor.reset(bytes, start, end);
        if (cursor.width() != widths.size()) {
            return Widths.wrong(cursor.width(), names);
        }
        for (int i = 0; i < widths.size(); i++) {
            int from = out.length();
            try {
                value(bytes, cursor.start(i), cursor.end(i), out);
            } catch (Refused e) {
                return Widths.column(i, names) + " " + e.words();
            }
            int length = Utf8.characters(out.array(), from, out.length());
            if (length > widths.get(i)) {
                return Widths.column(i, names) + " has " + length + " characters, its width is " + widths.get(i);
            }
            if (hasLineEnd(out.array(), from, out.length())) {
                return Widths.column(i, names) + " has a line end in it";
            }
            for (int j = length; j < widths.get(i); j++) {
                out.put(' ');
            }
        }
        out.put('\n');
        return "";
    }

    private static void value(byte[] b, int at, int end, Bytes out) {
        switch (MessagePack.kind(b, at)) {
            case LIST, MAP -> JsonText.append(b, at, end, out);
            default -> ValueText.append(b, at, end, out);
        }
    }

    private static boolean hasLineEnd(byte[] b, int start, int end) {
        for (int i = start; i < end; i++) {
            if (b[i] == '\n' || b[i] == '\r') {
                return true;
            }
        }
        return false;
    }
}

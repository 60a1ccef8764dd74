package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Columns joined by tabs under a header. Nil and empty text are both nothing, and read back as nil; lists and maps are
 * JSON. A value that could not be found again is an error.
 */
final class TsvFormat implements RowFormat {

    private final List<String> names;
    private final RowCursor cursor = new RowCursor();

    /**
     * @throws SourceException when a name has a tab or line end in it
     */
    TsvFormat(List<String> names) throws SourceException {
        this.names = List.copyOf(names);
        for (String name : names) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            if (isBroken(text, 0, text.length) || name.endsWith("\r")) {
                throw new SourceException("the column " + name.strip() + " has a tab or line end in its name");
            }
        }
    }

    @Override
    public byte[] head() {
        return names.isEmpty() ? new byte[0] : (String.join("\t", names) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        cursor.reset(bytes, start, end);
        String wrong = Widths.wrong(cursor.width(), names);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        int last = cursor.width() - 1;
        for (int i = 0; i <= last; i++) {
            if (i > 0) {
                out.put('\t');
            }
            int from = out.length();
            try {
                value(bytes, cursor.start(i), cursor.end(i), out);
            } catch (Refused e) {
                return Widths.column(i, names) + " " + e.words();
            }
            int to = out.length();
            if (isBroken(out.array(), from, to) || i == last && to > from && out.array()[to - 1] == '\r') {
                return Widths.column(i, names)
                        + " has a tab or line end in it, so the line could not be read again; csv can hold it";
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

    private static boolean isBroken(byte[] b, int start, int end) {
        for (int i = start; i < end; i++) {
            if (b[i] == '\t' || b[i] == '\n') {
                return true;
            }
        }
        return false;
    }
}

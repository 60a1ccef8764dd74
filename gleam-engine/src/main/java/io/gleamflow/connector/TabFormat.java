package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;

/** Columns joined by tabs. */
public final class TabFormat implements LineFormat {

    private final RowCursor cursor = new RowCursor();

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        cursor.reset(bytes, start, end);
        int width = cursor.width();
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                out.put('\t');
            }
            int from = out.length();
            ValueText.append(bytes, cursor.start(i), cursor.end(i), out);
            // a text of one column may be anything; columns beside others must be found again
            if (width > 1 && isBroken(out.array(), from, out.length())) {
                return "the value of column " + (i + 1)
                        + " has a tab or newline in it, so the line could not be read again";
            }
        }
        out.put('\n');
        return "";
    }

    @Override
    public boolean keepsLines() {
        return true;
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

package io.gleamflow.script;

import io.gleamflow.row.ByteSearch;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueText;

/** Rows as lines of text: columns joined by tabs, a newline at the end. Not thread-safe. */
public final class LineWriter {

    private final RowCursor cursor = new RowCursor();
    private final Bytes line = new Bytes(256);

    /**
     * Makes the line of a row, to be found in {@link #line} until the next call.
     *
     * @return a word on what the text form cannot carry, or empty when the line is good
     */
    public String write(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        line.clear();
        int width = cursor.width();
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                line.put('\t');
            }
            int from = line.length();
            ValueText.append(bytes, cursor.start(i), cursor.end(i), line);
            int newline = ByteSearch.indexOf(line.array(), from, line.length(), (byte) '\n');
            // a row of one column may have tabs: there is nothing to take apart
            int tab = width == 1 ? -1 : ByteSearch.indexOf(line.array(), from, line.length(), (byte) '\t');
            if (newline >= 0 || tab >= 0) {
                boolean isNewline = newline >= 0 && (tab < 0 || newline < tab);
                return "the value of column " + (i + 1) + " has a " + (isNewline ? "newline" : "tab")
                        + " in it, which a line of text cannot carry";
            }
        }
        line.put('\n');
        return "";
    }

    public Bytes line() {
        return line;
    }
}

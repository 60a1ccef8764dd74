package io.gleamflow.row;

/** What lines of text are as rows, without making these. */
public final class TextRows {

    private TextRows() {}

    /** The length of all rows of whole lines, each of which ends with LF. */
    public static long length(LineColumns columns, byte[] text, int start, int end) {
        boolean tabs = columns == LineColumns.TABS && ByteSearch.contains(text, start, end, (byte) '\t');
        // each end of a line or column counts for one byte of a header
        long length = (long) end - start;
        int from = start;
        int newline = ByteSearch.indexOf(text, from, end, (byte) '\n');
        while (newline >= 0) {
            length += tabs ? longerHeaders(text, from, newline) : ValueWriter.stringHeaderLength(newline - from) - 1;
            from = newline + 1;
            newline = ByteSearch.indexOf(text, from, end, (byte) '\n');
        }
        return length;
    }

    /** By how much the headers of columns between tabs are longer than a byte each. */
    private static int longerHeaders(byte[] text, int start, int end) {
        int longer = 0;
        int from = start;
        int tab = ByteSearch.indexOf(text, from, end, (byte) '\t');
        while (tab >= 0) {
            longer += ValueWriter.stringHeaderLength(tab - from) - 1;
            from = tab + 1;
            tab = ByteSearch.indexOf(text, from, end, (byte) '\t');
        }
        return longer + ValueWriter.stringHeaderLength(end - from) - 1;
    }
}

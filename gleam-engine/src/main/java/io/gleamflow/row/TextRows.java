package io.gleamflow.row;

/** What lines of text are as rows, without making these. */
public final class TextRows {

    private static final int SHORT = 32;
    private static final int BYTE = 1 << 8;
    private static final int WORD = 1 << 16;

    private TextRows() {}

    /** The length of all rows of whole lines, each of which ends with LF and is, without that, the only column of its row. */
    public static long length(byte[] text, int start, int end) {
        long length = end - start;
        int from = start;
        int newline = ByteSearch.indexOf(text, from, end, (byte) '\n');
        while (newline >= 0) {
            // one byte of the header counts for the line end
            length += header(newline - from) - 1;
            from = newline + 1;
            newline = ByteSearch.indexOf(text, from, end, (byte) '\n');
        }
        return length;
    }

    /** As {@link ValueWriter#stringHeader} writes it. */
    private static int header(int length) {
        if (length < SHORT) {
            return 1;
        }
        if (length < BYTE) {
            return 2;
        }
        return length < WORD ? 3 : 5;
    }
}

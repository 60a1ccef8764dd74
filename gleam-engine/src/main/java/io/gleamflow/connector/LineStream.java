package io.gleamflow.connector;

import io.gleamflow.row.ByteSearch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads the lines a program prints; a line ends with LF, the last one also with the stream. */
public final class LineStream {

    private static final int BUFFER = 64 << 10;

    private LineStream() {}

    /**
     * Hands on all lines.
     *
     * @param longest bytes a line may have
     * @throws RefusedRecordException when a line is longer
     */
    public static void read(InputStream in, int longest, LineSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int start = 0;
        int filled = 0;
        while (true) {
            if (filled == buffer.length) {
                System.arraycopy(buffer, start, buffer, 0, filled - start);
                filled -= start;
                start = 0;
                if (filled == buffer.length) {
                    buffer = Arrays.copyOf(buffer, filled * 2);
                }
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            int end = filled + read;
            int newline = ByteSearch.indexOf(buffer, filled, end, (byte) '\n');
            while (newline >= 0) {
                sink.line(buffer, start, newline);
                start = newline + 1;
                newline = ByteSearch.indexOf(buffer, start, end, (byte) '\n');
            }
            filled = end;
            if (filled - start > longest) {
                throw new RefusedRecordException("a line is longer than the " + longest + " bytes a row may have");
            }
        }
        if (filled > start) {
            sink.line(buffer, start, filled);
        }
    }
}

package io.gleamflow.connector;

import io.gleamflow.row.ByteSearch;
import io.gleamflow.row.TextSink;
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
                refuseLonger(longest, newline - start);
                sink.line(buffer, start, newline);
                start = newline + 1;
                newline = ByteSearch.indexOf(buffer, start, end, (byte) '\n');
            }
            filled = end;
            refuseLonger(longest, filled - start);
        }
        if (filled > start) {
            sink.line(buffer, start, filled);
        }
    }

    private static void refuseLonger(int longest, int length) throws RefusedRecordException {
        if (length > longest) {
            throw new RefusedRecordException("a line is longer than the " + longest + " bytes a row may have");
        }
    }

    /** Hands on the same lines, many at once, and with their ends; also the last one has one then. */
    public static void readText(InputStream in, int longest, TextSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int filled = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer, filled, buffer.length - filled)) {
            int end = filled + read;
            int next = ByteSearch.lastIndexOf(buffer, filled, end, (byte) '\n') + 1;
            if (next > 0) {
                text(buffer, next, longest, sink);
                System.arraycopy(buffer, next, buffer, 0, end - next);
            }
            filled = end - next;
            refuseLonger(longest, filled);
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, filled * 2);
            }
        }
        if (filled > 0) {
            buffer[filled] = '\n';
            sink.text(buffer, 0, filled + 1, 1);
        }
    }

    /** Hands on whole lines, up to one that is too long. */
    private static void text(byte[] buffer, int end, int longest, TextSink sink) throws IOException {
        int good = end;
        int tooLong = 0;
        for (int from = 0; end - from > longest && good == end; ) {
            int newline = ByteSearch.indexOf(buffer, from, end, (byte) '\n');
            if (newline - from > longest) {
                good = from;
                tooLong = newline - from;
            }
            from = newline + 1;
        }
        if (good > 0) {
            sink.text(buffer, 0, good, ByteSearch.count(buffer, 0, good, (byte) '\n'));
        }
        refuseLonger(longest, tooLong);
    }
}

package io.gleamflow.connector;

import io.gleamflow.row.ByteSearch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Finds the lines of a stream, one after the other. A line ends with LF or CRLF, the last one also with the stream. */
final class Lines {

    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final int longest;
    private final int longestRow;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private int start;
    private int end;
    private long number;

    /**
     * @param longest bytes a line may have
     * @param longestRow what a message says of a line that is longer
     */
    Lines(InputStream in, int longest, int longestRow) {
        this.in = in;
        this.longest = longest;
        this.longestRow = longestRow;
    }

    /**
     * Goes to the next line, or returns false at the end.
     *
     * @throws Refused when the line is too long
     */
    boolean next() throws IOException {
        number++;
        int newline = find();
        if (newline < 0 && next == filled) {
            return false;
        }
        start = next;
        end = newline < 0 ? filled : newline;
        if (newline > start && buffer[newline - 1] == '\r') {
            end--;
        }
        next = newline < 0 ? filled : newline + 1;
        if (end - start > longest) {
            throw Refused.tooLong(longestRow);
        }
        return true;
    }

    private int find() throws IOException {
        int from = next;
        while (true) {
            int newline = ByteSearch.indexOf(buffer, from, filled, (byte) '\n');
            if (newline >= 0) {
                return newline;
            }
            if (filled - next > longest + 1L) {
                throw Refused.tooLong(longestRow);
            }
            int seen = filled - next;
            if (!fill()) {
                return -1;
            }
            from = next + seen;
        }
    }

    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
            if (filled > buffer.length / 2) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read >= 0;
    }

    /** The array with the line; good until the next. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Where the line ends, without CR and LF. */
    int end() {
        return end;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }
}

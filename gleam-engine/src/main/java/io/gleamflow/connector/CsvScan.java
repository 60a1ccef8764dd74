package io.gleamflow.connector;

import java.util.ArrayList;
import java.util.List;

/** Finds line ends outside quotes near the places where a csv file is to be cut. Knows what {@link CsvRows} knows. */
final class CsvScan {

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        /** behind a quote within quotes: it was the last, or one of two that stand for one */
        QUOTE
    }

    private static final int[] MARK = {0xef, 0xbb, 0xbf};

    private final byte separator;
    private final long size;
    private final int pieces;
    private final List<Long> starts = new ArrayList<>();
    private State state = State.FIELD_START;
    private long position;
    private int piece = 1;
    private boolean refused;

    CsvScan(char separator, long size, int pieces) {
        this.separator = (byte) separator;
        this.size = size;
        this.pieces = pieces;
    }

    /** Takes the next bytes, or returns false when it needs no more. */
    boolean pass(byte[] bytes, int count) {
        int first = position == 0 ? mark(bytes, count) : 0;
        long due = due();
        State now = state;
        for (int i = first; i < count; i++) {
            byte b = bytes[i];
            if (now == State.QUOTED) {
                now = b == '"' ? State.QUOTE : State.QUOTED;
            } else if (b == '\n' || b == '\r') {
                now = State.FIELD_START;
                if (b == '\n' && position + i + 1 >= due) {
                    due = cut(position + i + 1);
                }
            } else if (b == separator) {
                now = State.FIELD_START;
            } else if (b == '"' && now != State.UNQUOTED) {
                now = State.QUOTED;
            } else if (now == State.QUOTE) {
                refused = true;
                return false;
            } else {
                now = State.UNQUOTED;
            }
        }
        state = now;
        position += count;
        return true;
    }

    private static int mark(byte[] bytes, int count) {
        for (int i = 0; i < MARK.length; i++) {
            if (i >= count || (bytes[i] & 0xff) != MARK[i]) {
                return 0;
            }
        }
        return MARK.length;
    }

    private long due() {
        return piece < pieces ? size / pieces * piece + size % pieces * piece / pieces : Long.MAX_VALUE;
    }

    private long cut(long start) {
        if (start < size) {
            starts.add(start);
        }
        while (due() <= start) {
            piece++;
        }
        return due();
    }

    /** Where the second and later pieces start; nowhere when the reader will refuse the file. */
    List<Long> starts() {
        return refused || state == State.QUOTED ? List.of() : starts;
    }
}

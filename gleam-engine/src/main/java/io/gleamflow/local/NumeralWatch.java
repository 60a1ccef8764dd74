package io.gleamflow.local;

import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;

/**
 * Looks whether a column is text that looks like numbers, all the way down: it will be ordered as text, 10 before 9, which
 * hardly anyone wants. Numerals of one length have the same order either way.
 */
final class NumeralWatch implements RowSink {

    private final int column;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private boolean all = true;
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    NumeralWatch(int column, RowSink next) {
        this.column = column;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        if (all) {
            look(bytes, start, end);
        }
        next.row(bytes, start, end);
    }

    private void look(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        if (column >= cursor.width()) {
            return;
        }
        int at = cursor.start(column);
        MessagePack.Kind kind = MessagePack.kind(bytes, at);
        if (kind == MessagePack.Kind.NIL) {
            return;
        }
        int from = at + MessagePack.header(bytes, at);
        int length = cursor.end(column) - from;
        all = kind == MessagePack.Kind.STR && isNumeral(bytes, from, cursor.end(column));
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
    }

    private static boolean isNumeral(byte[] b, int start, int end) {
        int digits = 0;
        int dots = 0;
        for (int i = start; i < end; i++) {
            boolean digit = b[i] >= '0' && b[i] <= '9';
            boolean sign = i == start && (b[i] == '-' || b[i] == '+');
            if (!digit && !sign && b[i] != '.') {
                return false;
            }
            digits += digit ? 1 : 0;
            dots += b[i] == '.' ? 1 : 0;
        }
        return digits > 0 && dots <= 1;
    }

    /** Whether every value so far was a numeral, or nil. */
    boolean isAllNumerals() {
        return all;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    @Override
    public void end() {
        next.end();
    }
}

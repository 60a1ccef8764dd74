package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;

/** Lays out the rows of a join: the part of the left row is made once, then the part of each right row is put behind it. */
final class JoinedRow {

    private final Head head;
    private final JoinSide left;
    private final JoinSide right;
    private final boolean keysFirst;
    private final int[] leftOthers;
    private final int[] rightOthers;
    private final int[] leftKeyOf;
    private final RowCursor cursor = new RowCursor();
    private final Bytes row = new Bytes(256);
    private int leftEnd;

    JoinedRow(Head head, JoinSide left, JoinSide right, boolean keysFirst) {
        this.head = head;
        this.left = left;
        this.right = right;
        this.keysFirst = keysFirst;
        this.leftOthers = left.others();
        this.rightOthers = right.others();
        this.leftKeyOf = new int[left.width()];
        for (int i = left.keys().length - 1; i >= 0; i--) {
            leftKeyOf[left.keys()[i]] = i + 1;
        }
    }

    /** Whether a key column of a left row is nil. */
    boolean leftHasNilKey(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        return left.hasNilKey(cursor);
    }

    /** Starts rows with this left row. */
    void left(byte[] bytes, int start, int end) {
        reset(bytes, start, end, left);
        row.clear();
        if (keysFirst) {
            Keys.copy(cursor, left.keys(), row);
            Keys.copy(cursor, leftOthers, row);
        } else {
            row.put(bytes, start, end - start);
            nils(left.width() - cursor.width());
        }
        leftEnd = row.length();
    }

    /** Appends the columns of a right row that stand behind the left part. */
    void rightPart(byte[] bytes, int start, int end, Bytes out) {
        reset(bytes, start, end, right);
        Keys.copy(cursor, rightOthers, out);
    }

    /** Puts the columns of a right row behind the left part, in the place of those before. */
    Bytes with(byte[] part, int start, int end) {
        row.length(leftEnd);
        row.put(part, start, end - start);
        return row;
    }

    /** Puts nils behind the left part. */
    Bytes withoutRight() {
        row.length(leftEnd);
        nils(rightOthers.length);
        return row;
    }

    /** A right row by itself: its key values stand where the left ones would. */
    Bytes rightOnly(byte[] bytes, int start, int end) {
        reset(bytes, start, end, right);
        row.clear();
        if (keysFirst) {
            Keys.copy(cursor, right.keys(), row);
            nils(leftOthers.length);
        } else {
            for (int key : leftKeyOf) {
                int column = key == 0 ? Integer.MAX_VALUE : right.keys()[key - 1];
                if (column < cursor.width()) {
                    row.put(bytes, cursor.start(column), cursor.end(column) - cursor.start(column));
                } else {
                    row.put(MessagePack.NIL);
                }
            }
        }
        Keys.copy(cursor, rightOthers, row);
        return row;
    }

    private void reset(byte[] bytes, int start, int end, JoinSide side) {
        cursor.reset(bytes, start, end);
        if (cursor.width() > side.width()) {
            String message = "a row of " + cursor.width() + " columns where " + side.width() + " are expected";
            throw new StepFailedException(head, message, bytes, start, end);
        }
    }

    private void nils(int count) {
        for (int i = 0; i < count; i++) {
            row.put(MessagePack.NIL);
        }
    }
}

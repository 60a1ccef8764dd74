package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one row of all rows of a key on both sides, which are sorted by it: the key values, taken from the first left row
 * if there is one, the list of the left rows and the list of the right rows. nil is a key like others. Holds one such row
 * in memory, whose length is limited; nothing of a budget.
 */
public final class CoGroup implements AutoCloseable {

    private final Side left;
    private final Side right;
    private final RowLimit limit;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes key = new Bytes(64);
    private final Bytes group = new Bytes(256);

    /** The rows of one side that belong to the key. */
    private static final class Side {
        private final int[] keys;
        private final RowItems items;

        Side(Head head, int[] keys, List<String> names) {
            this.keys = keys.clone();
            this.items = new RowItems(head, names);
        }
    }

    /**
     * A cogroup.
     *
     * @param leftNames of all left columns, so that the rows in the list are maps; empty makes them lists
     * @param longestRow in bytes; a key that needs more is a {@link StepFailedException}
     */
    public CoGroup(
            Head head,
            int[] leftKeys,
            List<String> leftNames,
            int[] rightKeys,
            List<String> rightNames,
            long longestRow,
            RowSink next) {
        this.left = new Side(head, leftKeys, leftNames);
        this.right = new Side(head, rightKeys, rightNames);
        this.limit = new RowLimit(head, longestRow);
        this.next = next;
    }

    /** Groups all rows and ends the sink. */
    public void run(MergedRuns leftRows, MergedRuns rightRows) throws IOException {
        boolean moreLeft = leftRows.next();
        boolean moreRight = rightRows.next();
        while (moreLeft || moreRight) {
            RunReader first =
                    startsLeft(moreLeft, leftRows, moreRight, rightRows) ? leftRows.current() : rightRows.current();
            key.clear();
            key.put(first.bytes(), first.keyStart(), first.keyEnd() - first.keyStart());
            group.clear();
            moreLeft = moreLeft && take(leftRows, left);
            moreRight = moreRight && take(rightRows, right);
            left.items.moveTo(group);
            right.items.moveTo(group);
            next.row(group.array(), 0, group.length());
        }
        next.end();
    }

    private static boolean startsLeft(boolean moreLeft, MergedRuns leftRows, boolean moreRight, MergedRuns rightRows) {
        if (!moreLeft || !moreRight) {
            return moreLeft;
        }
        RunReader a = leftRows.current();
        RunReader b = rightRows.current();
        return Arrays.compareUnsigned(a.bytes(), a.keyStart(), a.keyEnd(), b.bytes(), b.keyStart(), b.keyEnd()) <= 0;
    }

    /** Takes the rows of the key, and returns whether there are others behind them. */
    private boolean take(MergedRuns rows, Side side) throws IOException {
        boolean more = true;
        while (more) {
            RunReader row = rows.current();
            if (!Arrays.equals(row.bytes(), row.keyStart(), row.keyEnd(), key.array(), 0, key.length())) {
                break;
            }
            cursor.reset(row.bytes(), row.keyEnd(), row.rowEnd());
            if (group.length() == 0) {
                Keys.copy(cursor, side.keys, group);
            }
            side.items.add(cursor);
            long needed = (long) group.length() + left.items.length() + right.items.length();
            limit.check(needed, row.bytes(), row.keyEnd(), row.rowEnd());
            more = rows.next();
        }
        return more;
    }

    /** Closes the sink if it is an operator. */
    @Override
    public void close() {
        Operator.close(next);
    }
}

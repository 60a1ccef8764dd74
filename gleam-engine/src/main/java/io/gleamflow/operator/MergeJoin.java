package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Joins two sides that are sorted by the same key, ascending, as in Knuth, The Art of Computer Programming, volume 3,
 * chapter 6. Joined rows come in the order of key, left row, right row. The right rows of one key are kept in a
 * {@link RowBuffer}, so memory is bounded however many they are. A key with a nil in it matches no row.
 *
 * <p>The rows of a join are, unless {@code keysFirst}: the left columns, then the right ones without the key; with
 * {@code keysFirst}: the key, the other left columns, the other right ones. Keys are taken from the left row if there is
 * one. Semi and anti joins hand on left rows as they are.
 */
public final class MergeJoin implements AutoCloseable {

    private final JoinStep.Kind kind;
    private final boolean nilMatches;
    private final RowSink next;
    private final JoinedRow joined;
    private final RowBuffer partners;
    private final Bytes key = new Bytes(64);
    private final Bytes part = new Bytes(256);
    private long paired;
    private long leftAlone;
    private long rightAlone;

    /**
     * A join.
     *
     * @param keysFirst the layout, as described above
     * @param nilMatches nil equals nil, as when whole rows are compared
     */
    public MergeJoin(
            Head head,
            JoinStep.Kind kind,
            JoinSide left,
            JoinSide right,
            boolean keysFirst,
            boolean nilMatches,
            Budget budget,
            SpillStore store,
            RowSink next) {
        this.kind = kind;
        this.nilMatches = nilMatches;
        this.next = next;
        this.joined = new JoinedRow(head, left, right, keysFirst);
        this.partners = new RowBuffer(budget, store);
    }

    /**
     * Joins all rows and ends the sink.
     *
     * @throws StepFailedException for a row with more columns than its side has
     */
    public void run(MergedRuns left, MergedRuns right) throws IOException {
        boolean more = left.next();
        boolean moreRight = right.next();
        while (more && (moreRight || kind.keepsLeft()) || moreRight && kind.keepsRight()) {
            int order = !more ? 1 : !moreRight ? -1 : compare(left.current(), right.current());
            if (order == 0 && (nilMatches || !hasNilKey(left.current()))) {
                key.clear();
                key.put(
                        left.current().bytes(),
                        left.current().keyStart(),
                        left.current().keyEnd() - left.current().keyStart());
                moreRight = takePartners(right);
                more = joinLeft(left);
            } else if (order <= 0) {
                leftOnly(left.current());
                more = left.next();
            } else {
                rightOnly(right.current());
                moreRight = right.next();
            }
        }
        // what is not read on has no partner
        leftAlone += more ? 1 : 0;
        rightAlone += moreRight ? 1 : 0;
        partners.close();
        next.end();
    }

    /** How many left rows have found a partner. */
    public long paired() {
        return paired;
    }

    /** How many left rows have found none, at least: those that nothing can come of are not read on. */
    public long leftAlone() {
        return leftAlone;
    }

    /** The same of right rows. */
    public long rightAlone() {
        return rightAlone;
    }

    private static int compare(RunReader left, RunReader right) {
        return Arrays.compareUnsigned(
                left.bytes(), left.keyStart(), left.keyEnd(), right.bytes(), right.keyStart(), right.keyEnd());
    }

    private boolean hasNilKey(RunReader row) {
        return joined.leftHasNilKey(row.bytes(), row.keyEnd(), row.rowEnd());
    }

    private boolean hasKey(RunReader row) {
        return Arrays.equals(row.bytes(), row.keyStart(), row.keyEnd(), key.array(), 0, key.length());
    }

    /** Reads all right rows of the key, and returns whether there are others behind them. */
    private boolean takePartners(MergedRuns right) throws IOException {
        boolean wanted = !kind.isLeftOnly();
        partners.clear();
        boolean more = true;
        while (more && hasKey(right.current())) {
            if (wanted) {
                RunReader row = right.current();
                part.clear();
                joined.rightPart(row.bytes(), row.keyEnd(), row.rowEnd(), part);
                partners.add(part.array(), 0, part.length());
            }
            more = right.next();
        }
        return more;
    }

    /** Joins all left rows of the key, and returns whether there are others behind them. */
    private boolean joinLeft(MergedRuns left) throws IOException {
        boolean more = true;
        while (more && hasKey(left.current())) {
            RunReader row = left.current();
            paired++;
            if (kind == JoinStep.Kind.SEMI) {
                next.row(row.bytes(), row.keyEnd(), row.rowEnd());
            } else if (kind != JoinStep.Kind.ANTI) {
                joined.left(row.bytes(), row.keyEnd(), row.rowEnd());
                partners.rewind();
                while (partners.next()) {
                    handOn(joined.with(partners.bytes(), partners.start(), partners.end()));
                }
            }
            more = left.next();
        }
        return more;
    }

    private void leftOnly(RunReader row) {
        leftAlone++;
        if (kind == JoinStep.Kind.ANTI) {
            next.row(row.bytes(), row.keyEnd(), row.rowEnd());
        } else if (kind.keepsLeft()) {
            joined.left(row.bytes(), row.keyEnd(), row.rowEnd());
            handOn(joined.withoutRight());
        }
    }

    private void rightOnly(RunReader row) {
        rightAlone++;
        if (kind.keepsRight()) {
            handOn(joined.rightOnly(row.bytes(), row.keyEnd(), row.rowEnd()));
        }
    }

    private void handOn(Bytes row) {
        next.row(row.array(), 0, row.length());
    }

    /** Gives memory and spills back, in any state, and closes the sink if it is an operator. */
    @Override
    public void close() {
        try {
            partners.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Operator.close(next);
        }
    }
}

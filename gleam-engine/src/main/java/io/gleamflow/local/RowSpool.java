package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.row.Batch;
import io.gleamflow.row.BatchBuilder;
import io.gleamflow.row.BigEndian;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows between one writer and its readers, who may read while it is written. A writer never waits: what readers have not
 * taken is kept in memory up to a limit and on disk beyond it, so stages cannot wait for each other in a circle.
 */
final class RowSpool implements RowSink {

    /** Readers of rows that are to be kept to the end of the run. */
    static final int KEPT = Integer.MAX_VALUE;

    /** Bytes kept in memory at most, so that one spool does not take what others need. */
    private static final int MOST = 4 << 20;

    private final int readers;
    private final Budget budget;
    private final SpillStore store;
    private final List<Piece> pieces = new ArrayList<>();
    private final int floor;
    private BatchBuilder builder;
    private SpillStore.@Nullable Spill spill;
    private long held;
    private long rows;
    private boolean complete;
    private int drains;

    /**
     * A spool without rows.
     *
     * @param readers how often all rows will be drained, after which they are forgotten
     */
    RowSpool(int readers, Budget budget, SpillStore store) {
        this(readers, BatchBuilder.FULL, budget, store);
    }

    /**
     * A spool that gathers fewer bytes at once, for where there are many.
     *
     * @param batch in bytes; as much is kept in memory without asking
     */
    RowSpool(int readers, int batch, Budget budget, SpillStore store) {
        this.builder = new BatchBuilder(batch);
        this.floor = batch;
        this.readers = readers;
        this.budget = budget;
        this.store = store;
    }

    /** Some frames, in memory or at a position of the spill, or read often enough and gone. */
    private static final class Piece {
        private byte @Nullable [] frames;
        private final long position;
        private final int length;
        private final int rows;
        private final boolean isBudgeted;
        private int readers;

        Piece(byte @Nullable [] frames, boolean isBudgeted, long position, int length, int rows, int readers) {
            this.frames = frames;
            this.isBudgeted = isBudgeted;
            this.readers = readers;
            this.position = position;
            this.length = length;
            this.rows = rows;
        }
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        builder.add(bytes, start, end);
        if (builder.isFull()) {
            append(builder.take());
        }
    }

    @Override
    public void end() {
        if (builder.size() > 0) {
            append(builder.take());
        }
        builder = new BatchBuilder(0);
        synchronized (this) {
            complete = true;
            notifyAll();
        }
    }

    private synchronized void append(Batch batch) {
        try {
            boolean free = held + batch.length() <= floor;
            if (free || held + batch.length() <= MOST && budget.take(batch.length())) {
                held += batch.length();
                pieces.add(new Piece(batch.bytes(), !free, 0, batch.length(), batch.size(), readers));
            } else {
                SpillStore.Spill to = spill == null ? store.create() : spill;
                spill = to;
                long position = to.length();
                to.write(batch.bytes(), 0, batch.length());
                pieces.add(new Piece(null, false, position, batch.length(), batch.size(), readers));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows += batch.size();
        notifyAll();
    }

    /** Waits for the first rows or the writer's end. */
    void awaitFirst() throws InterruptedIOException {
        piece(0);
    }

    /** How many rows there are in all; waits for the writer's end. */
    synchronized long rows() throws InterruptedIOException {
        awaitWhile(() -> !complete);
        return rows;
    }

    /**
     * Hands on all rows, waiting for the writer where need be, but not the end. As many threads may do so as there are
     * readers, each once.
     */
    void drainTo(RowSink sink) throws IOException {
        for (int i = 0; ; i++) {
            Piece piece = piece(i);
            if (piece == null) {
                drained();
                return;
            }
            byte[] frames = take(piece, true);
            handOn(frames, piece.length, 0, piece.rows, sink);
        }
    }

    /** Gives back what is kept, when nobody reads any more. */
    synchronized void close() throws IOException {
        for (Piece piece : pieces) {
            if (piece.frames != null && piece.isBudgeted) {
                budget.give(piece.length);
            }
            piece.frames = null;
        }
        if (spill != null) {
            spill.close();
        }
    }

    /** Gives the disk back behind the last reader. */
    private synchronized void drained() throws IOException {
        if (readers != KEPT && ++drains == readers && spill != null) {
            spill.close();
        }
    }

    /** Hands on the rows from {@code from} to before {@code to}; several threads may read so, once the writer has ended. */
    void readTo(long from, long to, RowSink sink) throws IOException {
        long passed = 0;
        Piece piece = piece(0);
        for (int i = 1; piece != null && passed < to; i++) {
            if (passed + piece.rows > from) {
                int first = (int) Math.max(0, from - passed);
                int last = (int) Math.min(piece.rows, to - passed);
                handOn(take(piece, false), piece.length, first, last, sink);
            }
            passed += piece.rows;
            piece = piece(i);
        }
    }

    private synchronized @Nullable Piece piece(int index) throws InterruptedIOException {
        awaitWhile(() -> index >= pieces.size() && !complete);
        return index < pieces.size() ? pieces.get(index) : null;
    }

    private synchronized void awaitWhile(BooleanSupplier pending) throws InterruptedIOException {
        try {
            while (pending.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was cancelled");
        }
    }

    private synchronized byte[] take(Piece piece, boolean forget) throws IOException {
        byte[] frames = piece.frames;
        if (frames != null) {
            if (forget && readers != KEPT && --piece.readers == 0) {
                piece.frames = null;
                held -= piece.length;
                if (piece.isBudgeted) {
                    budget.give(piece.length);
                }
            }
            return frames;
        }
        SpillStore.Spill from = spill;
        if (from == null) {
            throw new IllegalStateException("rows are drained more often than was said");
        }
        byte[] read = new byte[piece.length];
        for (int filled = 0; filled < read.length; ) {
            int count = from.read(piece.position + filled, read, filled, read.length - filled);
            if (count <= 0) {
                throw new IOException("a spill is shorter than it was");
            }
            filled += count;
        }
        return read;
    }

    private static void handOn(byte[] frames, int length, int first, int last, RowSink sink) {
        int at = 0;
        for (int row = 0; at < length && row < last; row++) {
            int start = at + Batch.PREFIX;
            int end = start + BigEndian.getLittleInt(frames, at);
            if (row >= first) {
                sink.row(frames, start, end);
            }
            at = end;
        }
    }
}

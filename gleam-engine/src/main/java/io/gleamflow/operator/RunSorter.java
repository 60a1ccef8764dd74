package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes sorted runs of the rows it gets: rows are kept with their keys until the budget refuses more, then sorted and
 * spilled; the last run stays in memory. Rows with equal keys keep their order, within a run and from run to run.
 *
 * <p>What {@link #runs} returns holds memory and spills after {@link #end}; closing every run, or the sorter, gives them
 * back.
 */
public final class RunSorter implements Operator {

    /** Runs a sorter leaves, at most, unless told otherwise. */
    private static final int MOST_RUNS = 16;

    private static final int FIRST_ROWS = 64;

    /** For each row: its prefix, its position, and two numbers while they are sorted. */
    private static final int PER_ROW = Long.BYTES + 3 * Integer.BYTES;

    private final RowOrder order;
    private final Share share;
    private final RunLevels spilled;
    private final int mostRuns;
    private final Bytes key = new Bytes(64);
    private Entries entries = new Entries();
    private long[] prefixes = new long[FIRST_ROWS];
    private int[] positions = new int[FIRST_ROWS];
    private @Nullable MemoryRun last;
    private int count;
    private int widest;

    /**
     * A sorter without rows.
     *
     * @param budget is asked for what goes beyond a small floor; a single row may take more
     */
    public RunSorter(RowOrder order, Budget budget, SpillStore store) {
        this(order, budget, store, MOST_RUNS);
    }

    /**
     * A sorter without rows.
     *
     * @param mostRuns how many runs it may leave, 2 or more; fewer when the runs of many sorters are read together
     */
    public RunSorter(RowOrder order, Budget budget, SpillStore store, int mostRuns) {
        this.order = order;
        this.share = new Share(budget);
        this.spilled = new RunLevels(store);
        this.mostRuns = Math.max(2, mostRuns);
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        key.clear();
        widest = Math.max(widest, order.appendKey(bytes, start, end, key));
        if (!hasRoom(RunReader.HEADER + key.length() + end - start) && count > 0) {
            spill();
        }
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
            prefixes = Arrays.copyOf(prefixes, count * 2);
        }
        positions[count] = entries.add(key, bytes, start, end);
        prefixes[count++] = KeyEncoder.prefix(key.array(), 0, key.length()) ^ Long.MIN_VALUE;
    }

    private boolean hasRoom(int length) {
        int growth = entries.growth(length);
        if (growth == 0 && count < positions.length) {
            return true;
        }
        long rows = count < positions.length ? positions.length : positions.length * 2L;
        return !entries.isFull() && share.covers(entries.capacity() + growth + PER_ROW * rows);
    }

    private MemoryRun sorted() {
        int[] index = IndexSort.sort(count, (left, right) -> {
            int byPrefix = Long.compare(prefixes[left], prefixes[right]);
            return byPrefix != 0 ? byPrefix : entries.compare(positions[left], positions[right]);
        });
        for (int i = 0; i < count; i++) {
            index[i] = positions[index[i]];
        }
        return new MemoryRun(entries, index, share);
    }

    private void spill() {
        try (MemoryRun run = sorted()) {
            spilled.spill(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget();
    }

    /** Starts small again, so that other operators get their turn at the budget. */
    private void forget() {
        entries = new Entries();
        prefixes = new long[FIRST_ROWS];
        positions = new int[FIRST_ROWS];
        count = 0;
    }

    @Override
    public void end() {
        try {
            if (count > 0) {
                last = sorted();
                share.shrink(entries.capacity() + (long) Integer.BYTES * count);
            }
            forget();
            spilled.reduceTo(last == null ? mostRuns : mostRuns - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runs, in the order of the rows in them; call it after {@link #end}. */
    public List<SortedRun> runs() {
        List<SortedRun> runs = new ArrayList<>(spilled.inOrder());
        if (last != null) {
            runs.add(last);
        }
        return runs;
    }

    /** The largest number of columns a row had. */
    public int widest() {
        return widest;
    }

    /** Gives memory and spills back, those of the runs too, in any state. */
    @Override
    public void close() {
        forget();
        if (last != null) {
            last.close();
        }
        share.release();
        spilled.close();
    }
}

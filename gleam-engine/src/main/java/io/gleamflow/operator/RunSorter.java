package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.KeyEncoder;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes sorted runs of the rows it gets: rows are kept with their keys until the memory is used up, then sorted and
 * spilled; the last run stays in memory. When there are many runs they are merged into one, so that whoever merges all
 * shards never has too many open. Rows with equal keys keep their order, within a run and from run to run.
 */
public final class RunSorter implements RowSink {

    /** So many spilled runs are merged into one. */
    private static final int FAN_IN = 16;

    private static final int PER_ROW = Long.BYTES + 2 * Integer.BYTES;
    private static final int LARGEST = 1 << 30;

    private final RowOrder order;
    private final long memory;
    private final SpillStore store;
    private final List<SortedRun> runs = new ArrayList<>();
    private Bytes entries = new Bytes(1 << 16);
    private long[] prefixes = new long[1024];
    private int[] positions = new int[1024];
    private int count;

    /**
     * A sorter without rows.
     *
     * @param memory in bytes, for rows and keys; a single row may take more
     */
    public RunSorter(RowOrder order, long memory, SpillStore store) {
        this.order = order;
        this.memory = Math.min(memory, LARGEST);
        this.store = store;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        if (count > 0 && entries.length() + (long) PER_ROW * count + 2L * (end - start) > memory) {
            spill();
        }
        if (count == positions.length) {
            positions = Arrays.copyOf(positions, count * 2);
            prefixes = Arrays.copyOf(prefixes, count * 2);
        }
        int entry = entries.length();
        entries.putLong(0);
        int key = entries.length();
        order.appendKey(bytes, start, end, entries);
        int keyEnd = entries.length();
        entries.put(bytes, start, end - start);
        BigEndian.putInt(entries.array(), entry, keyEnd - key);
        BigEndian.putInt(entries.array(), entry + 4, end - start);
        positions[count] = entry;
        prefixes[count++] = KeyEncoder.prefix(entries.array(), key, keyEnd) ^ Long.MIN_VALUE;
    }

    private MemoryRun sorted() {
        byte[] array = entries.array();
        int[] index = IndexSort.sort(count, (left, right) -> {
            int byPrefix = Long.compare(prefixes[left], prefixes[right]);
            return byPrefix != 0 ? byPrefix : compareKeys(array, positions[left], positions[right]);
        });
        for (int i = 0; i < count; i++) {
            index[i] = positions[index[i]];
        }
        return new MemoryRun(array, index);
    }

    private static int compareKeys(byte[] entries, int left, int right) {
        int leftKey = left + RunReader.HEADER;
        int rightKey = right + RunReader.HEADER;
        return KeyEncoder.compare(
                entries,
                leftKey,
                leftKey + BigEndian.getInt(entries, left),
                entries,
                rightKey,
                rightKey + BigEndian.getInt(entries, right));
    }

    private void spill() {
        runs.add(written(List.of(sorted())));
        entries.clear();
        count = 0;
        if (runs.size() >= FAN_IN) {
            mergeSpilled();
        }
    }

    private void mergeSpilled() {
        SpilledRun merged = written(runs);
        try {
            for (SortedRun run : runs) {
                run.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.clear();
        runs.add(merged);
    }

    private SpilledRun written(List<? extends SortedRun> from) {
        try {
            SpilledRun spilled = new SpilledRun(store.create());
            MergedRuns merged = MergedRuns.open(from, null, null);
            while (merged.next()) {
                spilled.add(merged.current());
            }
            return spilled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end() {
        if (count > 0) {
            runs.add(sorted());
        }
        entries = new Bytes(0);
        prefixes = new long[0];
    }

    /** The runs, in the order of the rows in them; call it after {@link #end}. */
    public List<SortedRun> runs() {
        return List.copyOf(runs);
    }
}

package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.KeyEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges sorted runs: rows with equal keys come in the order of the runs. A binary heap of readers; used by one thread. */
public final class MergedRuns {

    private final List<Head> heap = new ArrayList<>();
    private boolean started;

    private MergedRuns() {}

    /** One run being read: its reader, its place among the runs, and the prefix of the key it stands at. */
    private static final class Head {
        private final RunReader reader;
        private final int ordinal;
        private long prefix;

        private Head(RunReader reader, int ordinal) {
            this.reader = reader;
            this.ordinal = ordinal;
        }

        private boolean advance() throws IOException {
            if (!reader.next()) {
                return false;
            }
            prefix = KeyEncoder.prefix(reader.bytes(), reader.keyStart(), reader.keyEnd()) ^ Long.MIN_VALUE;
            return true;
        }

        private boolean isBefore(Head other) {
            if (prefix != other.prefix) {
                return prefix < other.prefix;
            }
            int order = KeyEncoder.compare(
                    reader.bytes(),
                    reader.keyStart(),
                    reader.keyEnd(),
                    other.reader.bytes(),
                    other.reader.keyStart(),
                    other.reader.keyEnd());
            return order != 0 ? order < 0 : ordinal < other.ordinal;
        }
    }

    /** The rows of all runs with {@code from <= key < to}; null means no bound. */
    public static MergedRuns open(List<? extends SortedRun> runs, byte @Nullable [] from, byte @Nullable [] to)
            throws IOException {
        MergedRuns merged = new MergedRuns();
        for (int i = 0; i < runs.size(); i++) {
            Head head = new Head(runs.get(i).open(from, to), i);
            if (head.advance()) {
                merged.heap.add(head);
            }
        }
        for (int i = merged.heap.size() / 2 - 1; i >= 0; i--) {
            merged.sink(i);
        }
        return merged;
    }

    /** Goes to the next row in order, or returns false when there is none. */
    public boolean next() throws IOException {
        if (!started) {
            started = true;
        } else if (heap.get(0).advance()) {
            sink(0);
        } else {
            Head last = heap.remove(heap.size() - 1);
            if (!heap.isEmpty()) {
                heap.set(0, last);
                sink(0);
            }
        }
        return !heap.isEmpty();
    }

    /** The reader that stands at the row {@link #next} went to. */
    public RunReader current() {
        return heap.get(0).reader;
    }

    private void sink(int start) {
        Head moving = heap.get(start);
        int at = start;
        while (2 * at + 1 < heap.size()) {
            int child = 2 * at + 1;
            if (child + 1 < heap.size() && heap.get(child + 1).isBefore(heap.get(child))) {
                child++;
            }
            if (!heap.get(child).isBefore(moving)) {
                break;
            }
            heap.set(at, heap.get(child));
            at = child;
        }
        heap.set(at, moving);
    }
}

package io.gleamflow.worker;

import io.gleamflow.row.RowSink;
import io.gleamflow.script.CountedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rows have come to each operation of a chain. One thread counts, anybody may look; what is looked at early may be a
 * little old.
 */
public final class RowCounts {

    private final List<AtomicLong> counts;

    /** None yet, at so many places. */
    public RowCounts(int places) {
        counts = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            counts.add(new AtomicLong());
        }
    }

    /** Counts what comes by on its way to a sink. */
    public RowSink before(int place, RowSink next) {
        return CountedRows.before(next, counts.get(place));
    }

    public long at(int place) {
        return counts.get(place).getOpaque();
    }

    /** At all places, in order. */
    public List<Long> all() {
        List<Long> all = new ArrayList<>();
        for (AtomicLong count : counts) {
            all.add(count.getOpaque());
        }
        return List.copyOf(all);
    }
}

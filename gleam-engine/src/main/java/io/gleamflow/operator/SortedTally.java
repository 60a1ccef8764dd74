package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.row.NumberText;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What needs all values in order: how many different ones there are, or a percentile. They go through a sorter of their
 * own, so memory is bounded.
 *
 * <p>A percentile is the nearest rank: the smallest value such that at least so many percent of the values are not above
 * it. It is always one of the values.
 */
final class SortedTally implements Tally {

    private static final int[] VALUE = {0};
    private static final boolean[] ASCENDING = {false};

    private final AggregateOf of;
    private final Budget budget;
    private final SpillStore store;
    private @Nullable RunSorter sorter;
    private long count;

    SortedTally(AggregateOf of, Budget budget, SpillStore store) {
        this.of = of;
        this.budget = budget;
        this.store = store;
    }

    @Override
    public void add(RowCursor row, int column) {
        RunSorter to = sorter;
        if (to == null) {
            to = new RunSorter(new RowOrder(VALUE, ASCENDING), budget, store);
            sorter = to;
        }
        to.row(row.bytes(), row.start(column), row.end(column));
        count++;
    }

    @Override
    public void writeResult(ValueWriter out) {
        RunSorter values = sorter;
        try {
            if (of.kind() == AggregateKind.COUNT_DISTINCT) {
                out.integer(values == null ? 0 : different(sorted(values)));
            } else if (values == null) {
                out.nil();
            } else {
                RunReader value = atRank(sorted(values));
                out.raw(value.bytes(), value.keyEnd(), value.rowEnd());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MergedRuns sorted(RunSorter values) throws IOException {
        values.end();
        return MergedRuns.open(values.runs(), null, null);
    }

    private static long different(MergedRuns sorted) throws IOException {
        long different = 0;
        byte[] last = new byte[0];
        while (sorted.next()) {
            RunReader value = sorted.current();
            if (!Arrays.equals(value.bytes(), value.keyStart(), value.keyEnd(), last, 0, last.length)) {
                different++;
                last = Arrays.copyOfRange(value.bytes(), value.keyStart(), value.keyEnd());
            }
        }
        return different;
    }

    private RunReader atRank(MergedRuns sorted) throws IOException {
        for (long left = Math.max(1, rank()); left > 0 && sorted.next(); left--) {
            // passes by
        }
        return sorted.current();
    }

    /** The percentage as written, 99.9 and not the double a little above it, of the count, rounded up. */
    private long rank() {
        return new BigDecimal(NumberText.of(of.percent()))
                .multiply(BigDecimal.valueOf(count))
                .movePointLeft(2)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    @Override
    public void clear() {
        close();
        count = 0;
    }

    @Override
    public void close() {
        if (sorter != null) {
            sorter.close();
            sorter = null;
        }
    }
}

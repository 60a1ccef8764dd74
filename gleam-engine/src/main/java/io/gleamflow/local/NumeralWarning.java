package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.row.RowSink;
import io.gleamflow.run.RunListener;
import java.util.ArrayList;
import java.util.List;

/** Warns when rows are ordered by text that was all numerals, wherever the shards are cut. Thread-safe. */
final class NumeralWarning {

    private final Head step;
    private final List<Integer> columns;
    private final RunListener log;
    private final List<List<NumeralWatch>> watches = new ArrayList<>();
    private int running;

    /**
     * @param columns to look at
     * @param shards how many of them will be watched
     */
    NumeralWarning(Head step, List<Integer> columns, int shards, RunListener log) {
        this.step = step;
        this.columns = columns;
        this.log = log;
        this.running = shards;
    }

    /** Looks at the rows of one shard on their way. */
    synchronized RowSink watched(RowSink next) {
        List<NumeralWatch> mine = new ArrayList<>();
        RowSink sink = next;
        for (int column : columns) {
            NumeralWatch watch = new NumeralWatch(column, sink);
            mine.add(watch);
            sink = watch;
        }
        watches.add(mine);
        RowSink first = sink;
        return new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                first.row(bytes, start, end);
            }

            @Override
            public void end() {
                ended();
                first.end();
            }
        };
    }

    private synchronized void ended() {
        if (--running > 0) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            List<NumeralWatch> all =
                    watches.stream().map(mine -> mine.get(index)).toList();
            int longest = all.stream().mapToInt(NumeralWatch::longest).max().orElse(0);
            int shortest = all.stream().mapToInt(NumeralWatch::shortest).min().orElse(0);
            if (shortest < longest && all.stream().allMatch(NumeralWatch::isAllNumerals)) {
                log.logged(
                        step.title(),
                        "warning: column " + (columns.get(i) + 1)
                                + " is text that looks like numbers, and is ordered as"
                                + " text: 10 comes before 9 (add `types`)");
            }
        }
    }
}

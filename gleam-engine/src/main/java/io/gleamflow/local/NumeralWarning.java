package io.gleamflow.local;

import io.gleamflow.flow.Head;
import io.gleamflow.row.RowSink;
import io.gleamflow.run.RunListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Warns when rows are ordered by text that was all numerals, wherever the shards are cut. Thread-safe. */
final class NumeralWarning {

    private final Head step;
    private final Map<Integer, String> columns;
    private final RunListener log;
    private final List<List<NumeralWatch>> watches = new ArrayList<>();
    private int running;

    /**
     * @param columns to look at, by index from 0, and what to call them
     * @param shards how many of them will be watched
     */
    NumeralWarning(Head step, Map<Integer, String> columns, int shards, RunListener log) {
        this.step = step;
        this.columns = new LinkedHashMap<>(columns);
        this.log = log;
        this.running = shards;
    }

    /** Looks at the rows of one shard on their way. */
    synchronized RowSink watched(RowSink next) {
        List<NumeralWatch> mine = new ArrayList<>();
        RowSink sink = next;
        for (int column : columns.keySet()) {
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
        List<String> titles = List.copyOf(columns.values());
        for (int i = 0; i < titles.size(); i++) {
            int index = i;
            List<NumeralWatch> all =
                    watches.stream().map(mine -> mine.get(index)).toList();
            int longest = all.stream().mapToInt(NumeralWatch::longest).max().orElse(0);
            int shortest = all.stream().mapToInt(NumeralWatch::shortest).min().orElse(0);
            if (shortest < longest && all.stream().allMatch(NumeralWatch::isAllNumerals)) {
                log.warned(
                        step.title(),
                        titles.get(i) + " is text that looks like numbers, and is ordered as"
                                + " text: 10 comes before 9 (add `types`)");
            }
        }
    }
}

package io.gleamflow.operator;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Spilled runs of one sorter. Sixteen runs of a level become one of the next, so a row is written once for each level;
 * only neighbours are merged, so rows with equal keys keep their order. The merge pattern is Knuth's balanced merging
 * (The Art of Computer Programming, volume 3, section 5.4), with runs instead of tapes.
 */
final class RunLevels implements Closeable {

    /** So many runs of a level are merged into one of the next. */
    private static final int FAN_IN = 16;

    private final SpillStore store;
    /** The runs of higher levels are older. */
    private final List<List<SpilledRun>> levels = new ArrayList<>();

    RunLevels(SpillStore store) {
        this.store = store;
    }

    /** Writes a run, younger than all others. */
    void spill(MemoryRun run) throws IOException {
        put(0, written(List.of(run)));
        for (int level = 0; levels.get(level).size() == FAN_IN; level++) {
            List<SpilledRun> runs = levels.get(level);
            put(level + 1, written(runs));
            List<SpilledRun> old = List.copyOf(runs);
            runs.clear();
            Closing.all(old);
        }
    }

    private void put(int level, SpilledRun run) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        levels.get(level).add(run);
    }

    /** Merges the youngest runs, which are the smallest, until there are no more than {@code most} of all. */
    void reduceTo(int most) throws IOException {
        List<SpilledRun> runs = new ArrayList<>(inOrder());
        while (runs.size() > most) {
            int merging = Math.min(FAN_IN, runs.size() - most + 1);
            List<SpilledRun> youngest = runs.subList(runs.size() - merging, runs.size());
            SpilledRun merged = written(youngest);
            List<SpilledRun> old = List.copyOf(youngest);
            youngest.clear();
            runs.add(merged);
            levels.clear();
            levels.add(new ArrayList<>(runs));
            Closing.all(old);
        }
    }

    private SpilledRun written(List<? extends SortedRun> from) throws IOException {
        try (SpilledRunWriter writer = new SpilledRunWriter(store)) {
            MergedRuns merged = MergedRuns.open(from, null, null);
            while (merged.next()) {
                writer.add(merged.current());
            }
            return writer.finish();
        }
    }

    /** All runs, the oldest first. */
    List<SpilledRun> inOrder() {
        List<SpilledRun> runs = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0; level--) {
            runs.addAll(levels.get(level));
        }
        return runs;
    }

    @Override
    public void close() {
        Closing.all(inOrder());
    }
}

package io.gleamflow.local;

import io.gleamflow.operator.Budget;
import io.gleamflow.operator.JoinSide;
import io.gleamflow.operator.MergeJoin;
import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Input;
import io.gleamflow.report.StepCount.Partners;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.util.function.BiConsumer;

/** Joins the rows of two sides. */
final class JoinPairing implements JoinEdge.Pairing {

    private final Input.Joined joined;
    private final Budget budget;
    private final SpillStore store;
    private final BiConsumer<Integer, Partners> counts;

    /**
     * @param counts hears for each shard which rows had partners
     */
    JoinPairing(Input.Joined joined, Budget budget, SpillStore store, BiConsumer<Integer, Partners> counts) {
        this.joined = joined;
        this.budget = budget;
        this.store = store;
        this.counts = counts;
    }

    @Override
    public void run(int shard, MergedRuns left, MergedRuns right, int leftWidest, int rightWidest, RowSink sink)
            throws IOException {
        // whole rows are compared only by those who ask whether a row is there as well: nil is then a value like others
        boolean nilMatches = joined.left().keys().isEmpty();
        try (MergeJoin join = new MergeJoin(
                joined.head(),
                joined.kind(),
                side(joined.left(), leftWidest),
                side(joined.right(), rightWidest),
                joined.keysFirst(),
                nilMatches,
                budget,
                store,
                new Endless(sink))) {
            join.run(left, right);
            counts.accept(shard, new Partners(join.paired(), join.leftAlone(), join.rightAlone()));
        }
    }

    private static JoinSide side(Input.Side side, int widest) {
        int keys = side.keys().stream().mapToInt(key -> key + 1).max().orElse(0);
        int width = side.width().orElse(Math.max(keys, widest));
        return new JoinSide(side.keys().stream().mapToInt(i -> i).toArray(), width);
    }
}

package io.gleamflow.local;

import io.gleamflow.operator.CoGroup;
import io.gleamflow.operator.MergedRuns;
import io.gleamflow.plan.Input;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.util.List;

/** Groups the rows of two sides by key. */
final class CoGroupPairing implements JoinEdge.Pairing {

    private final Input.CoGrouped grouped;

    CoGroupPairing(Input.CoGrouped grouped) {
        this.grouped = grouped;
    }

    @Override
    public void run(int shard, MergedRuns left, MergedRuns right, int leftWidest, int rightWidest, RowSink sink)
            throws IOException {
        CoGroup cogroup = new CoGroup(
                grouped.head(),
                ints(grouped.left().keys()),
                grouped.left().names(),
                ints(grouped.right().keys()),
                grouped.right().names(),
                Frames.longestRow(grouped.head().memory()),
                new Endless(sink));
        try (cogroup) {
            cogroup.run(left, right);
        }
    }

    private static int[] ints(List<Integer> indexes) {
        return indexes.stream().mapToInt(i -> i).toArray();
    }
}

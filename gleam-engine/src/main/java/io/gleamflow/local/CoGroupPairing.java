package io.gleamflow.local;

import io.gleamflow.operator.MergedRuns;
import io.gleamflow.operator.SpillStore;
import io.gleamflow.plan.Input;
import io.gleamflow.row.RowSink;
import java.io.IOException;

/** Groups the rows of two sides by key. */
final class CoGroupPairing implements JoinEdge.Pairing {

    private final Input.CoGrouped grouped;
    private final Memory memory;
    private final SpillStore store;

    CoGroupPairing(Input.CoGrouped grouped, Memory memory, SpillStore store) {
        this.grouped = grouped;
        this.memory = memory;
        this.store = store;
    }

    @Override
    public void run(MergedRuns left, MergedRuns right, int leftWidest, int rightWidest, RowSink sink)
            throws IOException {
        throw new UnsupportedOperationException(grouped + " " + memory + store);
    }
}

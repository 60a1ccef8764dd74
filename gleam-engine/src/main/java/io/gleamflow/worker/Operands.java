package io.gleamflow.worker;

import io.gleamflow.operator.AggregateOf;
import io.gleamflow.plan.Aggregated;
import java.util.List;

/** What operations of a plan are about, as operators take it. */
public final class Operands {

    private Operands() {}

    /** Indexes of columns. */
    public static int[] ints(List<Integer> indexes) {
        return indexes.stream().mapToInt(i -> i).toArray();
    }

    /** Aggregates of columns. */
    public static List<AggregateOf> aggregates(List<Aggregated> aggregates) {
        return aggregates.stream()
                .map(each -> new AggregateOf(each.kind(), each.column(), each.percent(), each.title()))
                .toList();
    }
}

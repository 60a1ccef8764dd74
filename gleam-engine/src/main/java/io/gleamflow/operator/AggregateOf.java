package io.gleamflow.operator;

import io.gleamflow.flow.AggregateKind;
import io.gleamflow.flow.Head;
import java.util.OptionalInt;

/**
 * An aggregate of a column.
 *
 * @param column from 0; only {@link AggregateKind#COUNT} can do without
 * @param percent from 0 to 100, for {@link AggregateKind#PERCENTILE}
 * @param title what messages call the column, such as {@code column `price`}
 */
public record AggregateOf(AggregateKind kind, OptionalInt column, double percent, String title) {

    public AggregateOf {
        if (column.isEmpty() && kind != AggregateKind.COUNT) {
            throw new IllegalArgumentException(kind + " of no column");
        }
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(percent + " percent");
        }
    }

    Tally tally(Head head, Budget budget, SpillStore store) {
        return switch (kind) {
            case COUNT_DISTINCT, PERCENTILE -> new SortedTally(this, budget, store);
            case COLLECT -> new CollectTally();
            default -> mergeable(head);
        };
    }

    /** A tally whose state can travel. */
    Tally.Mergeable mergeable(Head head) {
        return switch (kind) {
            case COUNT -> new CountTally();
            case SUM, AVG -> new SumTally(head, this);
            case MIN, MAX, FIRST, LAST -> new PickTally(kind);
            case COUNT_DISTINCT, COLLECT, PERCENTILE -> throw new IllegalArgumentException(kind + " has no first half");
        };
    }
}

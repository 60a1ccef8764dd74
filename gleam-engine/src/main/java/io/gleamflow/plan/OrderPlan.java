package io.gleamflow.plan;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.OrderStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the steps about the first rows, the last ones, or some by chance. */
final class OrderPlan {

    /** So many rows are worth a shard of their own. */
    private static final long WORTH_A_SHARD = 100_000;

    private final Stages stages;
    private final Columns columns;

    OrderPlan(Stages stages, Columns columns) {
        this.stages = stages;
        this.columns = columns;
    }

    /** Keys first, each with its rows in an ordering; neither means by the whole row. */
    static Exchange.Range order(List<OrderBy> ordering, List<Integer> keys, Columns columns, Head step) {
        List<Integer> by = new ArrayList<>(keys);
        List<Boolean> descending =
                new ArrayList<>(keys.stream().map(key -> false).toList());
        for (OrderBy each : ordering) {
            by.add(Indexes.of(each.column(), columns));
            descending.add(each.descending());
        }
        return new Exchange.Range(by, descending, Optional.of(step), keys.size());
    }

    Integer top(OrderStep.Top step) {
        List<Integer> keys = Indexes.of(step.per(), columns);
        stages.range(order(step.ordering(), keys, columns, step.head()), step.head());
        return limit(step.head(), step.count(), keys);
    }

    /** Without keys, no shard needs to give more than all of them may. */
    Integer limit(Head head, long count, List<Integer> keys) {
        stages.add(new EngineOperation.Take(head, count, keys));
        if (keys.isEmpty()) {
            int into = (int) Math.max(1, Math.min(stages.shards(), count / WORTH_A_SHARD));
            stages.exchange(new Exchange.Cut(0, count, Optional.of(head)), into);
        }
        return stages.current();
    }

    Integer skip(Head head, long count, List<Integer> keys) {
        if (keys.isEmpty()) {
            stages.exchange(new Exchange.Cut(count, Long.MAX_VALUE, Optional.of(head)), stages.shards());
        } else {
            stages.add(new EngineOperation.Skip(head, count, keys));
        }
        return stages.current();
    }

    /**
     * A number of rows: each draws a number by chance, those with the lowest stay, and go back to the order they had.
     */
    Integer sample(OrderStep.Sample step, List<Integer> keys) {
        Head head = step.head();
        if (keys.isEmpty()) {
            stages.gather();
        }
        if (step.size() instanceof OrderStep.Size.Share share) {
            stages.add(new EngineOperation.Share(head, share.part(), step.seed(), keys));
            return stages.current();
        }
        stages.add(new EngineOperation.Draw(head, step.seed(), keys));
        List<Integer> moved = keys.stream().map(key -> key + 2).toList();
        stages.range(drawn(moved, 0), head);
        limit(head, ((OrderStep.Size.Rows) step.size()).count(), moved);
        stages.range(drawn(moved, 1), head);
        stages.add(new EngineOperation.Strip(head, 2));
        return stages.current();
    }

    /** By one of the columns that were drawn, for each key. */
    private static Exchange.Range drawn(List<Integer> keys, int column) {
        List<Integer> all = new ArrayList<>(keys);
        all.add(column);
        List<Boolean> up = all.stream().map(each -> false).toList();
        return new Exchange.Range(all, up, Optional.empty(), keys.size());
    }
}

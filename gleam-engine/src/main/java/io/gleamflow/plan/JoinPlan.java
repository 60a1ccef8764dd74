package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinKey;
import io.gleamflow.flow.JoinStep;
import java.util.List;
import java.util.function.Function;

/** Plans the steps that put the rows of two datasets beside each other. */
final class JoinPlan {

    private final Stages stages;
    private final Columns left;
    private final DatasetEnd right;

    JoinPlan(Stages stages, Columns left, DatasetEnd right) {
        this.stages = stages;
        this.left = left;
        this.right = right;
    }

    private Input.Side side(int stage, List<Integer> keys, Columns columns) {
        return new Input.Side(stage, keys, columns.names(), columns.width());
    }

    private static List<Integer> keys(List<JoinKey> by, Function<JoinKey, ColumnRef> side, Columns columns) {
        return by.stream().map(key -> Indexes.of(side.apply(key), columns)).toList();
    }

    private Input.Side leftSide(List<Integer> keys) {
        stages.seal();
        return side(stages.current(), keys, left);
    }

    private Integer begin(Input input, Head head) {
        int width = Math.max(stages.shards(), right.width());
        stages.resume(stages.current(), width);
        stages.combine(input, stages.keyShards(head));
        return stages.current();
    }

    Integer join(JoinStep.Join step) {
        boolean whole = step.by().isEmpty() && step.kind().isLeftOnly();
        List<Integer> none = whole ? List.of() : List.of(0);
        List<Integer> leftKeys = step.by().isEmpty() ? none : keys(step.by(), JoinKey::left, left);
        List<Integer> rightKeys = step.by().isEmpty() ? none : keys(step.by(), JoinKey::right, right.columns());
        boolean named = left.isNamed() && right.columns().isNamed();
        Input.Joined input = new Input.Joined(
                step.head(), step.kind(), leftSide(leftKeys), side(right.stage(), rightKeys, right.columns()), !named);
        return begin(input, step.head());
    }

    Integer coGroup(JoinStep.CoGroup step) {
        List<Integer> first = List.of(0);
        List<Integer> leftKeys = step.by().isEmpty() ? first : keys(step.by(), JoinKey::left, left);
        List<Integer> rightKeys = step.by().isEmpty() ? first : keys(step.by(), JoinKey::right, right.columns());
        Input.CoGrouped input =
                new Input.CoGrouped(step.head(), leftSide(leftKeys), side(right.stage(), rightKeys, right.columns()));
        return begin(input, step.head());
    }

    Integer cross(JoinStep.CrossJoin step) {
        Input.Side from = leftSide(List.of());
        Input.Crossed input = new Input.Crossed(step.head(), from, side(right.stage(), List.of(), right.columns()));
        stages.combine(input, stages.shardsOf(from.stage()));
        return stages.current();
    }
}

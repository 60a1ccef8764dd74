package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Plans rows that come one sequence after the other. */
final class UnionPlan {

    private final Stages stages;

    UnionPlan(Stages stages) {
        this.stages = stages;
    }

    /** The rows so far, if there are any, and then those of other datasets. */
    Integer union(JoinStep.Union step, Function<Text, DatasetEnd> datasets) {
        List<Integer> inputs = new ArrayList<>();
        int width = step.isSource() ? 1 : stages.shards();
        if (!step.isSource()) {
            stages.seal();
            inputs.add(stages.current());
        }
        for (Text other : step.others()) {
            DatasetEnd end = datasets.apply(other);
            inputs.add(end.stage());
            width = Math.max(width, end.width());
        }
        concatenate(step.head(), inputs, width);
        stages.resume(stages.current(), width);
        return stages.current();
    }

    /** The rows of some stages, in at most so many shards. */
    void concatenate(Head head, List<Integer> inputs, int most) {
        int all = inputs.stream().mapToInt(stages::shardsOf).sum();
        stages.combine(new Input.Concatenated(head, inputs), Math.min(most, all));
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.Placeholders;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.util.List;

/** Tells of {@code partitions} on steps that divide no rows: they are done wherever their rows are. */
final class Dividing {

    private Dividing() {}

    /**
     * Warns when a step does nothing with its {@code partitions}.
     *
     * @param place of the option
     */
    static void check(Step step, Place place, Nodes nodes) {
        if (step.head().partitions().isEmpty() || divides(step)) {
            return;
        }
        String verb = "`" + step.head().verb() + "`";
        boolean whole = step instanceof KeyStep || step instanceof OrderStep.Sample;
        String why = whole ? verb + " without a key looks at all rows in one place" : verb + " divides no rows";
        nodes.add(Problem.warning(place, "`partitions` does nothing here: " + why)
                .hint(
                        whole
                                ? "leave it out"
                                : "it takes the shards there are; `partition`, `roundRobin` and sources make others"));
    }

    private static boolean divides(Step step) {
        return step instanceof SourceStep && !(step instanceof SourceStep.From)
                || step instanceof RowStep.ForEach
                || step instanceof RowStep.General
                || step instanceof KeyStep && !isOfAllRows(step)
                || step instanceof JoinStep.Join
                || step instanceof JoinStep.CoGroup
                || step instanceof OrderStep.Sort
                || step instanceof OrderStep.Top
                || step instanceof OrderStep.Sample sample && sample.size() instanceof OrderStep.Size.Rows
                || step instanceof ProgramStep.Pipe
                || step instanceof ProgramStep.Exec
                || step instanceof EndStep.Write write
                        && !Placeholders.of(write.path()).isEmpty()
                || !per(step).isEmpty();
    }

    private static boolean isOfAllRows(Step step) {
        return step instanceof KeyStep.Reduce reduce && reduce.by().isEmpty()
                || step instanceof KeyStep.Aggregate aggregate && aggregate.by().isEmpty();
    }

    /** Where a step starts afresh for each key, the rows of the keys are brought together. */
    private static List<ColumnRef> per(Step step) {
        if (step instanceof RowStep.Map map) {
            return map.per();
        } else if (step instanceof RowStep.MapColumns map) {
            return map.per();
        } else if (step instanceof RowStep.Filter filter) {
            return filter.per();
        } else if (step instanceof RowStep.SetColumns set) {
            return set.per();
        } else if (step instanceof OrderStep.Limit limit) {
            return limit.per();
        } else if (step instanceof OrderStep.Skip skip) {
            return skip.per();
        }
        return step instanceof OrderStep.Sample sample ? sample.per() : List.of();
    }
}

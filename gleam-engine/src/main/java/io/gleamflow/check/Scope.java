package io.gleamflow.check;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the columns at some step.
 *
 * @param sure false behind a step that could not be read: there may be columns nobody knows of
 * @param kinds what some of them hold for certain
 */
record Scope(Columns columns, boolean sure, Kinds kinds) {

    static final Scope START = new Scope(Columns.UNKNOWN, false, Kinds.NONE);

    /** Columns that no step has by chance: what comes out of them and of none alike depends on the step only. */
    private static final Columns PROBE = Columns.named("\0");

    /**
     * What is known behind a step.
     *
     * @param understood whether it is known what the step does
     * @param datasets what is known at the ends of others
     */
    Scope after(Step step, boolean understood, Map<String, Scope> datasets) {
        Map<String, Columns> others = new HashMap<>();
        for (Text other : step.others()) {
            others.put(
                    other.value(), datasets.getOrDefault(other.value(), START).columns());
        }
        Columns after = ColumnsAfter.of(step, columns, others);
        boolean fresh = ColumnsAfter.of(step, PROBE, others).equals(ColumnsAfter.of(step, Columns.UNKNOWN, others));
        boolean named = !step.head().as().isEmpty();
        boolean known = named || understood && !isUnread(step) && (fresh || sure) && othersSure(step, datasets);
        return new Scope(after, known, kinds.after(step, columns, after, datasets));
    }

    private static boolean othersSure(Step step, Map<String, Scope> datasets) {
        boolean keepsLeft = step instanceof JoinStep.Join join && join.kind().isLeftOnly();
        if (keepsLeft || step instanceof JoinStep.CoGroup) {
            return true;
        }
        for (Text other : step.others()) {
            if (!datasets.getOrDefault(other.value(), START).sure()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a step stands in for one that could not be read; all that is wrong with it is noted already. */
    static boolean isUnread(Step step) {
        return step instanceof RowStep.Map map && map.script().source().isEmpty()
                || step instanceof SourceStep.Rows rows && rows.rows().isEmpty();
    }
}

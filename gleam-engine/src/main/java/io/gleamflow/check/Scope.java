package io.gleamflow.check;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import java.util.Map;

/**
 * What is known of the columns at some step.
 *
 * @param sure false behind a step that could not be read: there may be columns nobody knows of
 * @param text which of them are text for certain
 */
record Scope(Columns columns, boolean sure, TextColumns text) {

    static final Scope START = new Scope(Columns.UNKNOWN, false, TextColumns.NONE);

    /** Columns that no step has by chance: what comes out of them and of none alike depends on the step only. */
    private static final Columns PROBE = Columns.named("\0");

    /**
     * What is known behind a step.
     *
     * @param understood whether it is known what the step does
     */
    Scope after(Step step, boolean understood) {
        Columns after = ColumnsAfter.of(step, columns, Map.of());
        boolean fresh = ColumnsAfter.of(step, PROBE, Map.of()).equals(ColumnsAfter.of(step, Columns.UNKNOWN, Map.of()));
        boolean named = !step.head().as().isEmpty();
        boolean known = named || understood && !isUnread(step) && (fresh || sure);
        return new Scope(after, known, text.after(step, columns, after));
    }

    /** Whether a step stands in for one that could not be read; all that is wrong with it is noted already. */
    static boolean isUnread(Step step) {
        return step instanceof RowStep.Map map && map.script().source().isEmpty()
                || step instanceof SourceStep.Rows rows && rows.rows().isEmpty();
    }
}

package io.gleamflow.testing;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of the columns of a flow. */
final class FlowColumns {

    private FlowColumns() {}

    /** Behind the last step of each dataset. */
    static Map<String, Columns> ends(Flow flow) {
        Map<String, Columns> ends = new HashMap<>();
        for (Dataset dataset : flow.inOrder()) {
            ends.put(dataset.name(), after(dataset.steps(), ends));
        }
        return ends;
    }

    /** Behind a step. */
    static Columns behind(Flow flow, Rehearsal.Spot spot) {
        Map<String, Columns> ends = ends(flow);
        return flow.datasets().stream()
                .filter(dataset -> dataset.name().equals(spot.dataset()))
                .findFirst()
                .map(dataset -> after(dataset.steps().subList(0, spot.step() + 1), ends))
                .orElse(Columns.UNKNOWN);
    }

    private static Columns after(List<Step> steps, Map<String, Columns> ends) {
        Columns columns = Columns.UNKNOWN;
        for (Step step : steps) {
            columns = ColumnsAfter.of(step, columns, ends);
        }
        return columns;
    }
}

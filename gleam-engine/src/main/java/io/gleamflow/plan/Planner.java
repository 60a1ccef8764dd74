package io.gleamflow.plan;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what is fused, how many shards there are and how rows change shards. Pure. A dataset is planned once, behind those
 * it takes rows of; when several steps read it, nothing is fused across its end.
 */
public final class Planner {

    private final Map<String, Columns> columns = new HashMap<>();
    private final Map<String, DatasetEnd> ends = new HashMap<>();
    private final Stages stages;

    private Planner(Flow flow, PlanOptions options) {
        this.stages = new Stages(flow, options);
    }

    /** The plan of a flow that has passed the check. */
    public static Plan plan(Flow flow, PlanOptions options) {
        Planner planner = new Planner(flow, options);
        for (Dataset dataset : flow.inOrder()) {
            planner.dataset(dataset, readers(flow, dataset.name()));
        }
        return new Plan(flow.name(), planner.stages.build());
    }

    private static long readers(Flow flow, String dataset) {
        long readers = 0;
        for (Dataset each : flow.datasets()) {
            for (Step step : each.steps()) {
                if (!(step instanceof SourceStep.Rejected)) {
                    for (Text other : step.others()) {
                        readers += other.value().equals(dataset) ? 1 : 0;
                    }
                }
            }
        }
        return readers;
    }

    private void dataset(Dataset dataset, long readers) {
        Columns before = Columns.UNKNOWN;
        List<Step> steps = dataset.steps();
        for (Step step : steps) {
            StepPlanner planner = new StepPlanner(stages, before, Map.copyOf(ends));
            step.accept(planner);
            before = ColumnsAfter.of(step, before, columns);
            planner.types(step, before);
        }
        if (readers > 1) {
            stages.seal();
        }
        columns.put(dataset.name(), before);
        ends.put(dataset.name(), new DatasetEnd(stages.current(), stages.shards(), before));
    }
}

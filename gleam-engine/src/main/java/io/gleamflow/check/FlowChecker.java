package io.gleamflow.check;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks flows that have been read: the only way in. */
public final class FlowChecker {

    private FlowChecker() {}

    /**
     * Notes everything that is wrong with a flow: errors when it must not run, warnings when it may. Runs nothing and
     * writes nothing. A flow that was read with errors may be checked as well: what is not known is not complained of.
     */
    public static void check(Flow flow, ProjectFiles files, Problems problems) {
        Scripts scripts = new Scripts(flow, problems);
        scripts.checkFunctions();
        new DatasetsCheck(flow, problems).check();
        new PathsCheck(files, problems).check(flow);
        Map<String, Scope> ends = new HashMap<>();
        for (Dataset dataset : inOrder(flow)) {
            Scope scope = Scope.START;
            for (Step step : dataset.steps()) {
                boolean understood = step.accept(new StepCheck(scope, ends, scripts, problems));
                scope = scope.after(step, understood, ends);
                AfterCheck.check(step, scope, problems);
            }
            ends.put(dataset.name(), scope);
        }
    }

    /** Those in circles come last, where nothing is known of each other. */
    private static List<Dataset> inOrder(Flow flow) {
        List<Dataset> order = new ArrayList<>(flow.inOrder());
        Set<String> known = new HashSet<>();
        for (Dataset dataset : order) {
            known.add(dataset.name());
        }
        for (Dataset dataset : flow.datasets()) {
            if (!known.contains(dataset.name())) {
                order.add(dataset);
            }
        }
        return order;
    }
}

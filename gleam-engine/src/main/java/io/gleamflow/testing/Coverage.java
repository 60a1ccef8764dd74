package io.gleamflow.testing;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StageReport;
import io.gleamflow.report.TaskReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which steps of a flow have seen rows in some test, and what none of them has ever done. It knows what the engine counts: rows
 * that come to a stage and leave it. What happens between steps that run together it says only where it follows from that, so
 * it may overlook something, and never complains of what a test has reached.
 */
public final class Coverage {

    private final Map<Place, Step> steps = new HashMap<>();
    private final Set<Place> reached = new HashSet<>();
    private final Set<Place> gave = new HashSet<>();
    private final Set<Place> kept = new HashSet<>();
    private final Set<Place> dropped = new HashSet<>();
    private final Set<Place> unsure = new HashSet<>();
    private final Set<Place> rejecting = new HashSet<>();
    private final List<Step> counted = new ArrayList<>();

    private Coverage(Flow flow) {
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                steps.put(step.head().place(), step);
                if (isCounted(step)) {
                    counted.add(step);
                }
            }
        }
    }

    /** Of the tests that were run. */
    public static Coverage of(Flow flow, List<TestOutcome> outcomes) {
        Coverage coverage = new Coverage(flow);
        outcomes.forEach(outcome -> outcome.report().ifPresent(coverage::add));
        return coverage;
    }

    /** Some steps are nothing but names, or divide rows that are in one piece already. */
    private static boolean isCounted(Step step) {
        return !(step instanceof SourceStep.From
                || step instanceof SourceStep.Rejected
                || step instanceof RowStep.Rename
                || step instanceof ShardStep);
    }

    /** How many steps there are. */
    public int steps() {
        return counted.size();
    }

    /** How many of them have seen rows. */
    public int reached() {
        return (int) counted.stream()
                .filter(step -> reached.contains(step.head().place()))
                .count();
    }

    private void add(RunReport report) {
        report.rejected().forEach(each -> rejecting.add(each.place()));
        for (StageReport stage : report.stages()) {
            long in = 0;
            long out = 0;
            for (TaskReport task : report.tasks()) {
                if (task.stage() == stage.number()) {
                    in += task.rowsIn();
                    out += task.rowsOut();
                }
            }
            boolean rejects =
                    report.rejected().stream().anyMatch(each -> stage.steps().contains(each.place()));
            add(stage.steps(), in, out, rejects);
        }
    }

    private void add(List<Place> places, long in, long out, boolean rejects) {
        if (in == 0) {
            return;
        }
        boolean rowsCome = true;
        for (Place place : places) {
            Step step = steps.get(place);
            if (step == null) {
                continue;
            }
            if (rowsCome || out > 0) {
                reached.add(place);
            }
            rowsCome &= isOneToOne(step) && !rejects;
            if (out > 0) {
                gave.add(place);
            }
            if (step instanceof RowStep.Filter) {
                filter(places, place, in, out, rejects);
            }
        }
    }

    private void filter(List<Place> places, Place place, long in, long out, boolean rejects) {
        boolean alone = places.stream()
                .filter(each -> !each.equals(place))
                .map(steps::get)
                .allMatch(each -> each == null || isOneToOne(each));
        if (out > 0) {
            kept.add(place);
        }
        if (!alone || rejects) {
            unsure.add(place);
        } else if (out < in) {
            dropped.add(place);
        }
    }

    /** Whether as many rows leave a step as come to it, unless it rejects some. */
    private static boolean isOneToOne(Step step) {
        return step instanceof SourceStep
                || step instanceof EndStep
                || step instanceof RowStep.Select
                || step instanceof RowStep.SetColumns
                || step instanceof RowStep.Drop
                || step instanceof RowStep.Rename
                || step instanceof RowStep.Check
                || step instanceof RowStep.MapColumns
                || step instanceof OrderStep.Sort
                || step instanceof ShardStep;
    }

    /** What no test has reached, in the order of the descriptor: a place and a sentence each. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        for (Step step : counted) {
            Head head = step.head();
            Place place = head.place();
            String name = "`" + head.title() + "`";
            if (!reached.contains(place)) {
                gaps.add(place + ": no test brings rows to " + name);
                continue;
            }
            if (step instanceof RowStep.Filter) {
                if (!kept.contains(place) && !unsure.contains(place)) {
                    gaps.add(place + ": no test has a row that " + name + " keeps");
                } else if (!dropped.contains(place) && !unsure.contains(place)) {
                    gaps.add(place + ": no test has a row that " + name + " drops");
                }
            } else if (step instanceof RowStep.FlatMap && !gave.contains(place)) {
                gaps.add(place + ": in no test a row comes out of " + name);
            }
            if (head.onError().rejectsRows() && !rejecting.contains(place)) {
                gaps.add(place + ": no test has a row that " + name + " rejects");
            }
        }
        return gaps.stream().distinct().collect(Collectors.toList());
    }
}

package io.gleamflow.report;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many rows left each step. Rows are counted where they enter and leave a stage, so nobody knows it of a step in the
 * middle of one; what ends only hand rows on, and what {@code from} takes is what the other dataset gave.
 */
public final class StepRows {

    private final Map<Place, Long> out = new HashMap<>();

    private StepRows() {}

    /** Of a run of the flow. */
    public static StepRows of(Flow flow, RunReport report) {
        StepRows rows = new StepRows();
        for (StageReport stage : report.stages()) {
            rows.count(stage, report);
        }
        Map<Place, Long> written = new HashMap<>();
        report.outputs().forEach(output -> written.merge(output.step(), output.rows(), Long::sum));
        rows.out.putAll(written);
        for (Dataset dataset : flow.inOrder()) {
            rows.follow(dataset, flow);
        }
        return rows;
    }

    private void count(StageReport stage, RunReport report) {
        List<TaskReport> tasks = report.tasks().stream()
                .filter(task -> task.stage() == stage.number())
                .toList();
        stage.first()
                .forEach(step -> out.put(
                        step, tasks.stream().mapToLong(TaskReport::rowsIn).sum()));
        boolean isOneStep = stage.steps().equals(stage.first());
        if (!stage.steps().isEmpty() && !isOneStep) {
            Place last = stage.steps().get(stage.steps().size() - 1);
            out.put(last, tasks.stream().mapToLong(TaskReport::rowsOut).sum());
        }
    }

    private void follow(Dataset dataset, Flow flow) {
        List<Step> steps = dataset.steps();
        for (int i = steps.size() - 1; i > 0; i--) {
            Long rows = out.get(place(steps.get(i)));
            if (steps.get(i) instanceof EndStep && rows != null) {
                out.putIfAbsent(place(steps.get(i - 1)), rows);
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof SourceStep.From from) {
                flow.datasets().stream()
                        .filter(other -> other.name().equals(from.dataset().value()))
                        .findFirst()
                        .ifPresent(other ->
                                pass(place(other.steps().get(other.steps().size() - 1)), place(step)));
            } else if (step instanceof EndStep && i > 0) {
                pass(place(steps.get(i - 1)), place(step));
            }
        }
    }

    private void pass(Place from, Place to) {
        Long rows = out.get(from);
        if (rows != null) {
            out.putIfAbsent(to, rows);
        }
    }

    private static Place place(Step step) {
        return step.head().place();
    }

    /** How many rows left a step; empty when nobody has counted them. */
    public OptionalLong outOf(Step step) {
        Long rows = out.get(place(step));
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    /** How many rows a dataset had. */
    public OptionalLong outOf(Dataset dataset) {
        return outOf(dataset.steps().get(dataset.steps().size() - 1));
    }
}

package io.gleamflow.report;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import io.gleamflow.report.StepCount.Partners;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many rows came to each step and left it, its shards and the stages it has parts in together. Steps that are nothing but
 * names, or only divide rows, have those of the step before.
 */
public final class StepRows {

    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private final Map<Place, OptionalLong> in = new HashMap<>();
    private final Map<Place, OptionalLong> out = new HashMap<>();
    private final Map<Place, Partners> partners = new HashMap<>();

    private StepRows() {}

    /** Of a run of the flow. */
    public static StepRows of(Flow flow, RunReport report) {
        StepRows rows = new StepRows();
        for (StageReport stage : report.stages()) {
            rows.count(stage, report);
        }
        for (Dataset dataset : flow.inOrder()) {
            rows.follow(dataset, flow);
        }
        return rows;
    }

    private static List<TaskReport> tasks(RunReport report, int stage) {
        return report.tasks().stream().filter(task -> task.stage() == stage).toList();
    }

    /** What comes to a step comes to its part in the first of its stages, and leaves it in the last. */
    private void count(StageReport stage, RunReport report) {
        List<TaskReport> tasks = tasks(report, stage.number());
        int places = tasks.isEmpty() ? 0 : tasks.get(0).steps().size();
        for (int i = 0; i < places; i++) {
            int at = i;
            List<StepCount> shards =
                    tasks.stream().map(task -> task.steps().get(at)).toList();
            Place step = shards.get(0).step();
            OptionalLong came = sum(shards.stream().map(StepCount::in).toList());
            boolean joins = i == 0 && came.isEmpty() && !stage.from().isEmpty();
            in.putIfAbsent(step, joins ? outOf(stage.from(), report) : came);
            out.put(step, sum(shards.stream().map(StepCount::out).toList()));
            shards.forEach(shard -> shard.partners().ifPresent(some -> partners.merge(step, some, Partners::plus)));
        }
    }

    /** What left some stages came to the step that puts their rows together. */
    private static OptionalLong outOf(List<Integer> stages, RunReport report) {
        return OptionalLong.of(stages.stream()
                .flatMap(stage -> tasks(report, stage).stream())
                .mapToLong(TaskReport::rowsOut)
                .sum());
    }

    private static OptionalLong sum(List<OptionalLong> shards) {
        return shards.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        shards.stream().mapToLong(OptionalLong::getAsLong).sum())
                : UNKNOWN;
    }

    private void follow(Dataset dataset, Flow flow) {
        List<Step> steps = dataset.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof SourceStep.From from) {
                flow.datasets().stream()
                        .filter(other -> other.name().equals(from.dataset().value()))
                        .findFirst()
                        .ifPresent(other -> pass(other.steps().get(other.steps().size() - 1), step));
            } else if (i > 0 && passesOn(step)) {
                pass(steps.get(i - 1), step);
            }
        }
    }

    private static boolean passesOn(Step step) {
        return step instanceof RowStep.Rename || step instanceof ShardStep;
    }

    private void pass(Step from, Step to) {
        OptionalLong rows = outOf(from);
        if (!out.containsKey(place(to)) && rows.isPresent()) {
            in.put(place(to), rows);
            out.put(place(to), rows);
        }
    }

    private static Place place(Step step) {
        return step.head().place();
    }

    /** How many rows came to a step; empty of sources, and when nobody has counted them. */
    public OptionalLong into(Step step) {
        return in.getOrDefault(place(step), UNKNOWN);
    }

    /** How many rows left a step; empty when nobody has counted them. */
    public OptionalLong outOf(Step step) {
        return out.getOrDefault(place(step), UNKNOWN);
    }

    /** How many rows a dataset had. */
    public OptionalLong outOf(Dataset dataset) {
        return outOf(dataset.steps().get(dataset.steps().size() - 1));
    }

    /** Which rows of a join had partners; empty of other steps. */
    public Optional<Partners> partners(Step join) {
        return Optional.ofNullable(partners.get(place(join)));
    }
}

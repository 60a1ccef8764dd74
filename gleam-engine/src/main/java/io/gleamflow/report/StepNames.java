package io.gleamflow.report;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import java.util.List;

/** Which datasets and steps of the descriptor a stage is made of. */
public final class StepNames {

    private StepNames() {}

    /** The names of the datasets, in the order of the steps. */
    public static List<String> datasets(Flow flow, StageReport stage) {
        return flow.datasets().stream()
                .filter(dataset -> dataset.steps().stream()
                        .anyMatch(step -> stage.steps().contains(step.head().place())))
                .map(Dataset::name)
                .toList();
    }

    /** The name of the dataset that has a step; empty when it is of none. */
    static String dataset(Flow flow, Place place) {
        return flow.datasets().stream()
                .filter(dataset -> dataset.steps().stream()
                        .anyMatch(step -> step.head().place().equals(place)))
                .map(Dataset::name)
                .findFirst()
                .orElse("");
    }

    /** The titles of the steps, in the order rows go through them. */
    public static List<String> steps(Flow flow, StageReport stage) {
        return stage.steps().stream().map(place -> title(flow, place)).toList();
    }

    /** What a step is called. */
    static String title(Flow flow, Place place) {
        return flow.datasets().stream()
                .flatMap(dataset -> dataset.steps().stream())
                .filter(step -> step.head().place().equals(place))
                .map(Step::head)
                .map(head -> head.title())
                .findFirst()
                .orElse("step");
    }
}

package io.gleamflow.testing;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StepCount.Partners;
import io.gleamflow.report.StepRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What came to the steps of a flow and left them in all of its tests together. */
final class SeenByTests {

    private static final Partners NONE = new Partners(0, 0, 0);

    private final Flow flow;
    private final Map<Place, Long> in = new HashMap<>();
    private final Map<Place, Long> out = new HashMap<>();
    private final Map<Place, Long> rejected = new HashMap<>();
    private final Map<Place, Partners> partners = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();

    SeenByTests(Flow flow) {
        this.flow = flow;
    }

    void add(RunReport report) {
        StepRows rows = StepRows.of(flow, report);
        flow.datasets().stream().flatMap(dataset -> dataset.steps().stream()).forEach(step -> add(step, rows));
        report.rejected().forEach(each -> rejected.merge(each.place(), each.rows(), Long::sum));
        report.failure().ifPresent(failures::add);
    }

    private void add(Step step, StepRows rows) {
        add(in, step, rows.into(step));
        add(out, step, rows.outOf(step));
        rows.partners(step).ifPresent(some -> partners.merge(place(step), some, Partners::plus));
    }

    private static void add(Map<Place, Long> to, Step step, OptionalLong rows) {
        rows.ifPresent(count -> to.merge(place(step), count, Long::sum));
    }

    private static Place place(Step step) {
        return step.head().place();
    }

    /** Whether it is known what came to a step. */
    boolean isCounted(Step step) {
        return in.containsKey(place(step));
    }

    long into(Step step) {
        return in.getOrDefault(place(step), 0L);
    }

    long outOf(Step step) {
        return out.getOrDefault(place(step), 0L);
    }

    long rejected(Step step) {
        return rejected.getOrDefault(place(step), 0L);
    }

    private static boolean isOnLine(Place one, Place other) {
        return one.file().equals(other.file()) && one.line() == other.line();
    }

    Partners partners(Step join) {
        return partners.getOrDefault(place(join), NONE);
    }

    /** Whether a run has failed in a step on the line of one of these places; Lua knows no columns of a text. */
    boolean hasFailedIn(Step step, List<Place> places) {
        return failures.stream()
                .filter(failure -> failure.step().equals(step.head().title()))
                .anyMatch(failure -> places.stream().anyMatch(place -> isOnLine(place, failure.place())));
    }
}

package io.gleamflow.testing;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import io.gleamflow.testing.StepCoverage.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which steps of a flow have had rows in some test, and what has become of rows there: an account of what was run, which says
 * nothing of whether anybody has looked at it. Steps that are nothing but names, or divide rows, are left out.
 */
public final class Coverage {

    private final Flow flow;
    private final List<StepCoverage> steps;

    private Coverage(Flow flow, List<StepCoverage> steps) {
        this.flow = flow;
        this.steps = List.copyOf(steps);
    }

    /** Of the tests that were run. */
    public static Coverage of(Flow flow, List<TestOutcome> outcomes) {
        SeenByTests seen = new SeenByTests(flow);
        outcomes.forEach(outcome -> outcome.report().ifPresent(seen::add));
        List<StepCoverage> steps = new ArrayList<>();
        for (Dataset dataset : flow.datasets()) {
            boolean rowsCome = false;
            for (Step step : dataset.steps()) {
                boolean isReached = isReached(step, seen, rowsCome);
                if (isCounted(step)) {
                    steps.add(new StepCoverage(
                            dataset.name(),
                            step.head().title(),
                            step.head().place(),
                            seen.outOf(step),
                            isReached,
                            new Branches(seen).of(step)));
                    rowsCome = isReached;
                }
            }
        }
        return new Coverage(flow, steps);
    }

    private static boolean isCounted(Step step) {
        return !(step instanceof SourceStep.From
                || step instanceof SourceStep.Rejected
                || step instanceof RowStep.Rename
                || step instanceof ShardStep);
    }

    /** Whether rows have gone through a step; a source has read some, and a {@code flatMap} has made some. */
    private static boolean isReached(Step step, SeenByTests seen, boolean rowsCome) {
        long left = seen.outOf(step) + seen.rejected(step);
        if (step instanceof SourceStep || step instanceof RowStep.FlatMap) {
            return left > 0;
        }
        // programs joined by pipes hand on what nobody counts
        boolean isPiped = step instanceof ProgramStep && !seen.isCounted(step);
        return seen.into(step) > 0 || left > 0 || isPiped && rowsCome;
    }

    /** The flow it is of. */
    public Flow flow() {
        return flow;
    }

    /** In the order of the descriptor. */
    public List<StepCoverage> steps() {
        return steps;
    }

    /** How many steps have had rows. */
    public int reached() {
        return (int) steps.stream().filter(StepCoverage::isCovered).count();
    }

    /** How many branches there are. */
    public int branches() {
        return steps.stream().mapToInt(step -> step.branches().size()).sum();
    }

    /** How many of them rows have taken. */
    public int taken() {
        return (int) steps.stream()
                .flatMap(step -> step.branches().stream())
                .filter(StepCoverage.Branch::isCovered)
                .count();
    }

    /** In words, such as {@code 5 of 5 steps covered, 3 of 4 branches}. */
    public String summary() {
        String all = reached() + " of " + steps.size() + " steps covered";
        return branches() == 0 ? all : all + ", " + taken() + " of " + branches() + " branches";
    }

    private List<Gap> missing() {
        return steps.stream().flatMap(step -> step.gaps().stream()).toList();
    }

    /** What no test has reached, in the order of the descriptor: a place and a sentence each. */
    public List<String> gaps() {
        return missing().stream().map(Gap::toString).toList();
    }

    /**
     * The first of them on one line, such as {@code flow.yaml:9 filter drops, :14 countBy, and 2 more}; empty when nothing is
     * missing.
     *
     * @param most how many, at most
     */
    public String briefly(int most) {
        List<Gap> all = missing();
        StringBuilder line = new StringBuilder();
        String file = "";
        for (Gap gap : all.subList(0, Math.min(most, all.size()))) {
            Place place = gap.place();
            line.append(line.isEmpty() ? "" : ", ");
            line.append(place.file().equals(file) ? "" : place.file());
            line.append(':').append(place.line()).append(' ').append(gap.brief());
            file = place.file();
        }
        return all.size() > most ? line + ", and " + (all.size() - most) + " more" : line.toString();
    }
}

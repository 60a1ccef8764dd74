package io.gleamflow.testing;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.FailureException;
import io.gleamflow.run.FlowRunner;
import io.gleamflow.run.RunListener;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what comes out of each step, without writing or publishing anything.
 *
 * @param dataset the only one to look at; all when empty
 * @param step the only one to look at, by its name, its verb or its number from 1; all when empty
 * @param rows how many are shown of each step
 * @param input how many rows of each source are read, at most
 */
public record Preview(Optional<String> dataset, Optional<String> step, long rows, long input) {

    /** A step that is looked at, and where its rows are caught. */
    private record Look(Rehearsal.Spot spot, Step step) {}

    /**
     * Runs the flow with the first rows of its sources.
     *
     * @param directory for all that is written; exists, and is private
     * @throws FailureException when the flow failed
     */
    public List<SeenRows> of(Flow flow, Path directory, FlowRunner runner, RunOptions options, RunListener listener)
            throws FailureException, IOException, InterruptedException {
        Rehearsal rehearsal = Rehearsal.of(flow, directory);
        if (dataset.isPresent()) {
            rehearsal = rehearsal.only(List.of(dataset.get()));
        }
        rehearsal = rehearsal.limited(input);
        List<Look> looks = looks(rehearsal.flow());
        for (Look look : looks) {
            rehearsal = rehearsal.catching(look.spot.dataset(), look.spot.step());
        }
        Rehearsed rehearsed = rehearsal.run(runner, options, listener);
        List<SeenRows> seen = new ArrayList<>();
        for (Look look : looks) {
            Rehearsed.Rows caught = rehearsed.rows(look.spot, rows);
            seen.add(new SeenRows(
                    look.spot.dataset(),
                    look.step.head().title(),
                    look.step.head().place(),
                    caught.columns(),
                    caught.count(),
                    caught.first()));
        }
        return seen;
    }

    /** The steps of a flow that there would be something to see of. */
    public boolean hasSomethingIn(Flow flow) {
        return !looks(flow).isEmpty();
    }

    private List<Look> looks(Flow limited) {
        List<Look> looks = new ArrayList<>();
        for (Dataset each : limited.datasets()) {
            boolean wanted = dataset.map(name -> name.equals(each.name())).orElse(!FileName.isPath(each.name()));
            if (wanted) {
                looks.addAll(looks(each));
            }
        }
        return looks;
    }

    /** Rows of a source are caught behind its limit; those behind an end were seen before it. */
    private List<Look> looks(Dataset of) {
        List<Look> looks = new ArrayList<>();
        List<Step> steps = of.steps();
        int number = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step each = steps.get(i);
            int behind = i;
            if (isLimited(steps, i)) {
                behind = ++i;
            }
            number++;
            if (!(each instanceof EndStep) && isWanted(each, number)) {
                looks.add(new Look(new Rehearsal.Spot(of.name(), behind), each));
            }
        }
        return looks;
    }

    /** Whether the limit of a rehearsal is behind a source: it stands where the source does. */
    private static boolean isLimited(List<Step> steps, int source) {
        return Rehearsal.isReal(steps.get(source))
                && source + 1 < steps.size()
                && steps.get(source + 1) instanceof OrderStep.Limit limit
                && limit.head().place().equals(steps.get(source).head().place());
    }

    private boolean isWanted(Step each, int number) {
        return step.map(wanted -> wanted.equals(Integer.toString(number))
                        || wanted.equals(each.head().verb())
                        || each.head().name().filter(wanted::equals).isPresent())
                .orElse(true);
    }
}

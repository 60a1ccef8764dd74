package io.gleamflow.testing;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Place;
import io.gleamflow.report.StepCount.Partners;
import io.gleamflow.testing.StepCoverage.Branch;
import java.util.ArrayList;
import java.util.List;

/**
 * What may become of a row in a step, and whether it has. Only what the author has written decides about is a branch: a
 * {@code limit} leaves rows out by their number, and what a script does to a row it does not leave out nobody can count.
 */
final class Branches {

    private final SeenByTests seen;

    Branches(SeenByTests seen) {
        this.seen = seen;
    }

    List<Branch> of(Step step) {
        List<Branch> branches = new ArrayList<>();
        if (step instanceof RowStep.Filter) {
            long dropped = seen.into(step) - seen.outOf(step) - seen.rejected(step);
            branches.add(new Branch("keeps", "a row that %s keeps", seen.outOf(step) > 0));
            branches.add(new Branch("drops", "a row that %s drops", dropped > 0));
        } else if (step instanceof RowStep.Check check) {
            boolean refused = seen.rejected(step) > 0 || seen.hasFailedIn(check, places(check));
            branches.add(new Branch("passes", "a row that passes %s", seen.outOf(step) > 0));
            branches.add(new Branch("refuses", "a row that %s refuses", refused));
        } else if (step instanceof JoinStep.Join join) {
            branches.addAll(join(join));
        }
        if (mayReject(step)) {
            branches.add(new Branch("rejects", "a row that %s rejects", seen.rejected(step) > 0));
        }
        return branches;
    }

    private static List<Place> places(RowStep.Check check) {
        List<Place> places = new ArrayList<>(List.of(check.head().place()));
        for (NamedScript each : check.checks()) {
            places.add(each.name().place());
            places.add(each.script().place());
        }
        return places;
    }

    private List<Branch> join(JoinStep.Join join) {
        Partners partners = seen.partners(join);
        String other = join.other().value();
        List<Branch> branches = new ArrayList<>();
        if (join.kind().isLeftOnly()) {
            boolean keepsPaired = join.kind() == JoinStep.Kind.SEMI;
            branches.add(new Branch(
                    "keeps", "a row that %s keeps", (keepsPaired ? partners.paired() : partners.left()) > 0));
            branches.add(new Branch(
                    "drops", "a row that %s drops", (keepsPaired ? partners.left() : partners.paired()) > 0));
            return branches;
        }
        branches.add(new Branch("finds a partner", "a row that finds a partner in %s", partners.paired() > 0));
        if (join.kind() != JoinStep.Kind.RIGHT) {
            branches.add(new Branch(
                    "finds no partner", "a row without a partner in `" + other + "` for %s", partners.left() > 0));
        }
        if (join.kind().keepsRight()) {
            branches.add(new Branch(
                    "adds rows of `" + other + "`",
                    "a row of `" + other + "` without a partner for %s",
                    partners.right() > 0));
        }
        return branches;
    }

    /** Whether a row may be left out because something fails; with defaults for all steps also those say so that cannot. */
    private static boolean mayReject(Step step) {
        boolean fails = !step.head().types().isEmpty()
                || step instanceof SourceStep.Read
                || step instanceof SourceStep.Command
                || step instanceof SourceStep.Socket
                || step instanceof RowStep row && !row.scripts().isEmpty() && !(row instanceof RowStep.Check)
                || step instanceof KeyStep.Reduce
                || step instanceof KeyStep.ReduceByKey
                || step instanceof KeyStep.Aggregate
                || step instanceof ProgramStep
                || step instanceof EndStep;
        return fails && step.head().onError().rejectsRows();
    }
}

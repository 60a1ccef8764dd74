package io.gleamflow.check;

import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TypedColumn;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at the columns a step leaves. */
final class AfterCheck {

    private AfterCheck() {}

    static void check(Step step, Scope after, Problems problems) {
        for (TypedColumn typed : step.head().types()) {
            ColumnCheck.check(typed.column(), after, problems);
        }
        boolean own =
                !step.head().as().isEmpty() && !(step instanceof KeyStep.CountBy) && !(step instanceof RowStep.FlatMap);
        if (!own) {
            Optional<String> hint = hint(step);
            if (hint.isPresent()) {
                duplicates(step, after.columns().names(), hint.get(), problems);
            }
        }
    }

    /** What to do about two columns of one name; others pass on the names they get, about which enough was said. */
    private static Optional<String> hint(Step step) {
        if (step instanceof RowStep.Select) {
            return Optional.of("name them with `as`");
        } else if (step instanceof KeyStep.CountBy) {
            return Optional.of("count by each column once, and rename the count with `as`");
        } else if (step instanceof RowStep.Rename) {
            return Optional.of("`drop` the other, or rename it, too");
        } else if (step instanceof RowStep.FlatMap) {
            return Optional.of("the columns of `keep` stand before those of `as`; take another name");
        } else if (step instanceof KeyStep.Aggregate) {
            return Optional.of("the key is a column already");
        } else if (step instanceof SourceStep.Read read && read.withFile()) {
            return Optional.of("`with: file` adds it; `as` names all columns");
        }
        return step instanceof KeyStep.GroupBy || step instanceof JoinStep.CoGroup
                ? Optional.of("name all columns with `as`")
                : Optional.empty();
    }

    private static void duplicates(Step step, List<String> names, String hint, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                problems.add(Problem.error(step.head().place(), "two columns would be called `" + name + "`")
                        .hint(hint));
            }
        }
    }
}

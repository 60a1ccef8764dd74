package io.gleamflow.check;

import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TypedColumn;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the columns a step leaves. */
final class AfterCheck {

    private AfterCheck() {}

    static void check(Step step, Scope after, Problems problems) {
        for (TypedColumn typed : step.head().types()) {
            ColumnCheck.check(typed.column(), after, problems);
        }
        boolean own = !step.head().as().isEmpty() && !(step instanceof KeyStep.CountBy);
        if (!own && makesNames(step)) {
            duplicates(step, after.columns().names(), problems);
        }
    }

    /** Others pass on the names they get, about which enough was said. */
    private static boolean makesNames(Step step) {
        return step instanceof RowStep.Select || step instanceof KeyStep.CountBy;
    }

    private static void duplicates(Step step, List<String> names, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                String hint = step instanceof KeyStep.CountBy
                        ? "count by each column once, and rename the count with `as`"
                        : "name them with `as`";
                problems.add(Problem.error(step.head().place(), "two columns would be called `" + name + "`")
                        .hint(hint));
            }
        }
    }
}

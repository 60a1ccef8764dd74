package io.gleamflow.check;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Refuses an {@code as} with more or fewer names than columns. */
final class AsCheck {

    private AsCheck() {}

    static void check(Head head, OptionalInt width, Problems problems) {
        int names = head.as().size();
        if (names != 0 && width.isPresent() && width.getAsInt() != names) {
            problems.error(
                    head.as().get(0).place(),
                    "`as` has " + names + (names == 1 ? " name" : " names") + " for " + width.getAsInt()
                            + (width.getAsInt() == 1 ? " column" : " columns"));
        }
    }

    /** Holds the names against the columns that come out by themselves. */
    static void check(Step step, Scope before, Map<String, Scope> datasets, Problems problems) {
        if (!step.head().as().isEmpty()) {
            Map<String, Columns> others = new HashMap<>();
            step.others()
                    .forEach(other -> others.put(
                            other.value(),
                            datasets.getOrDefault(other.value(), Scope.START).columns()));
            check(
                    step.head(),
                    step.accept(ColumnsAfter.unnamed(before.columns(), others)).width(),
                    problems);
        }
    }
}

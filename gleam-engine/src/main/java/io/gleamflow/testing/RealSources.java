package io.gleamflow.testing;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.ColumnsAfter;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.TestCase;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.List;
import java.util.Map;

/** Sees to it that a test asks nobody outside for rows. */
final class RealSources {

    private RealSources() {}

    /** Notes each source that would, and the line that gives it rows. */
    static void refuse(Flow flow, TestCase test, Problems problems) {
        boolean linear = flow.datasets().get(0).name().equals(flow.name())
                && flow.datasets().size() == 1;
        for (Dataset dataset : flow.datasets()) {
            Step first = dataset.steps().isEmpty() ? null : dataset.steps().get(0);
            boolean given = test.given().stream()
                    .anyMatch(each -> each.dataset().value().equals(dataset.name()));
            if (first == null || !Rehearsal.isReal(first) || given) {
                continue;
            }
            String what = "`" + first.head().verb() + "` at line "
                    + first.head().place().line() + " gets its rows from outside";
            String rows = rows(first);
            problems.add(Problem.error(test.place(), what + ", and the test gives it none")
                    .hint(
                            linear
                                    ? "write `given: " + rows + "` in the test"
                                    : "write `given: {" + dataset.name() + ": " + rows + "}` in the test"));
        }
    }

    private static String rows(Step source) {
        List<String> names =
                source.accept(ColumnsAfter.unnamed(Columns.UNKNOWN, Map.of())).names();
        if (names.isEmpty() && source instanceof SourceStep.Read) {
            return "[{column: value}]";
        } else if (names.isEmpty() || names.equals(List.of("line"))) {
            return "[a line, another line]";
        }
        return "[{" + String.join(": ..., ", names) + ": ...}]";
    }
}

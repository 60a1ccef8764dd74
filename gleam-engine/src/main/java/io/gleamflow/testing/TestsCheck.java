package io.gleamflow.testing;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Expectation;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.GivenRows;
import io.gleamflow.flow.TestCase;
import io.gleamflow.flow.TestRows;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with the tests of a flow without running them: blocks that are no csv, columns that are not there. */
public final class TestsCheck {

    private final Flow flow;
    private final Problems problems;

    private TestsCheck(Flow flow, Problems problems) {
        this.flow = flow;
        this.problems = problems;
    }

    /**
     * Notes it. What is wrong only because of the files that the flow reads today is a warning: such a flow can run.
     *
     * @param read the flow as its descriptor has it
     * @param found the same with the columns of its files
     */
    public static void check(Flow read, Flow found, Problems problems) {
        if (read.tests().isEmpty()) {
            return;
        }
        Problems certain = new Problems();
        new TestsCheck(read, certain).check();
        Problems today = new Problems();
        new TestsCheck(found, today).check();
        Set<Problem> errors = new HashSet<>(certain.all());
        certain.all().forEach(problems::add);
        today.all().stream()
                .filter(problem -> !errors.contains(problem))
                .forEach(problem -> problems.add(
                        new Problem(Problem.Severity.WARNING, problem.place(), problem.message(), problem.hint())));
    }

    private void check() {
        Map<String, Columns> ends = FlowColumns.ends(flow);
        for (TestCase test : flow.tests()) {
            test.given().forEach(this::given);
            for (Expectation expected : test.expected()) {
                Columns columns = ends.getOrDefault(expected.dataset().value(), Columns.UNKNOWN);
                expected.rows()
                        .filter(rows -> !(rows instanceof TestRows.InFile))
                        .ifPresent(rows ->
                                expected(rows, columns, expected.dataset().value()));
            }
        }
    }

    private void given(GivenRows given) {
        flow.datasets().stream()
                .filter(dataset -> dataset.name().equals(given.dataset().value()))
                .map(Dataset::steps)
                .filter(steps -> !steps.isEmpty())
                .forEach(steps -> new GivenSource(steps.get(0), problems).check(given.rows()));
    }

    private void expected(TestRows rows, Columns columns, String dataset) {
        ExpectedRows reader = new ExpectedRows(Path.of(""), problems);
        reader.read(rows).ifPresent(listed -> reader.inOrder(listed, columns, dataset));
    }
}

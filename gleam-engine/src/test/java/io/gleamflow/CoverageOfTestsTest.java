package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Flow;
import io.gleamflow.testing.Coverage;
import io.gleamflow.testing.TestOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What tests of a flow have reached, by what the engine has counted. */
@Timeout(120)
class CoverageOfTestsTest {

    private static final String FLOW = """
            datasets:
              rows:
                - read: x.csv
                  columns: [id, n]
                  types: {n: int}
                  onError: {to: rejects}
              large:
                - from: rows
                - filter: n > 10
                - sort: id
                - write: target/large.csv
              all:
                - from: rows
                - countBy: id
                - write: target/all.csv
              rejects:
                - write: target/rejects.csv
            tests:
            """;

    @TempDir
    Path base;

    private Coverage coverage(String tests) throws Exception {
        TempProject project = new TempProject(base);
        Flow flow = project.load("flow.yaml", FLOW + tests);
        List<TestOutcome> outcomes = new ArrayList<>();
        for (var test : flow.tests()) {
            outcomes.add(project.gleam().test(base.resolve("flow.yaml"), flow, test, Tuning.NONE));
        }
        return Coverage.of(flow, outcomes);
    }

    @Test
    void whatNoTestHasReachedIsListed() throws Exception {
        Coverage coverage = coverage("""
                  - name: large only
                    given: {rows: [{id: a, n: 20}]}
                    expect: {large: {rows: 1}}
                """);
        assertThat(coverage.gaps())
                .containsExactly(
                        "flow.yaml:3:7: no test has a row that `read` rejects",
                        "flow.yaml:9:7: no test has a row that `filter` drops",
                        "flow.yaml:14:7: no test brings rows to `countBy`",
                        "flow.yaml:15:7: no test brings rows to `write`",
                        "flow.yaml:17:7: no test brings rows to `write`");
        assertThat(coverage.reached()).isEqualTo(4);
        assertThat(coverage.steps()).isEqualTo(7);
    }

    @Test
    void severalTestsReachMoreThanOneAndFailedRunsCountAsWell() throws Exception {
        Coverage coverage = coverage("""
                  - name: drops
                    given: {rows: [{id: a, n: 2}]}
                    expect: {large: {rows: 7}}
                  - name: all
                    given: {rows: [{id: a, n: 20}, {id: b, n: x}]}
                    expect: {large: {rows: 1}, all: {rows: 1}, rejects: {rows: 1}}
                """);
        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.reached()).isEqualTo(7);
    }
}

package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Flow;
import io.gleamflow.testing.Coverage;
import io.gleamflow.testing.CoverageFiles;
import io.gleamflow.testing.TestOutcome;
import java.nio.file.Files;
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
        return coverage(FLOW, tests);
    }

    private Coverage coverage(String descriptor, String tests) throws Exception {
        TempProject project = new TempProject(base);
        Flow flow = project.load("flow.yaml", descriptor + tests);
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
                        "flow.yaml:14:7: no test brings a row through `countBy`",
                        "flow.yaml:15:7: no test brings a row through `write`",
                        "flow.yaml:17:7: no test brings a row through `write`");
        assertThat(coverage.summary()).isEqualTo("4 of 7 steps covered, 1 of 3 branches");
        assertThat(coverage.briefly(3)).isEqualTo("flow.yaml:3 read rejects, :9 filter drops, :14 countBy, and 2 more");
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
        assertThat(coverage.summary()).isEqualTo("7 of 7 steps covered, 3 of 3 branches");
        assertThat(coverage.briefly(3)).isEmpty();
    }

    /** In one chain in a worker: what happens between steps that run together is known, too. */
    private static final String FUSED = """
            datasets:
              left:
                - read: left.csv
                - filter: k ~= "none"
                - filter: n ~= "0"
                - flatMap: |
                    if n ~= "1" then emit(k, n) end
                  as: [k, n]
                - check: {short: '#k < 3'}
              right:
                - rows: [{k: a, r: 1}, {k: z, r: 2}]
              inner:
                - from: left
                - join: right
                  by: k
              outer:
                - from: left
                - fullOuterJoin: right
                  by: k
              without:
                - from: left
                - antiJoin: right
                  by: k
            tests:
            """;

    @Test
    void branchesWithinAChainAreTold() throws Exception {
        assertThat(coverage(FUSED, """
                  - name: nothing is dropped by the first, all by the second
                    given: {left: [{k: a, n: 0}]}
                    expect: {inner: {rows: 0}, outer: {rows: 2}, without: {rows: 0}}
                """).gaps())
                .containsExactly(
                        "flow.yaml:4:7: no test has a row that `filter` drops",
                        "flow.yaml:5:7: no test has a row that `filter` keeps",
                        "flow.yaml:6:7: no test brings a row through `flatMap`",
                        "flow.yaml:9:7: no test brings a row through `check`",
                        "flow.yaml:14:7: no test has a row that finds a partner in `join`",
                        "flow.yaml:14:7: no test has a row without a partner in `right` for `join`",
                        "flow.yaml:18:7: no test has a row that finds a partner in `fullOuterJoin`",
                        "flow.yaml:18:7: no test has a row without a partner in `right` for `fullOuterJoin`",
                        "flow.yaml:22:7: no test has a row that `antiJoin` keeps",
                        "flow.yaml:22:7: no test has a row that `antiJoin` drops");
        Coverage all = coverage(FUSED, """
                  - name: all
                    given: {left: [{k: a, n: 2}, {k: b, n: 3}, {k: none, n: 4}, {k: c, n: 0}]}
                    expect: {inner: {rows: 1}, outer: {rows: 3}, without: {rows: 1}}
                  - name: what is not short is refused
                    given: {left: [{k: long, n: 2}]}
                    error: short
                """);
        assertThat(all.gaps()).isEmpty();
        assertThat(all.summary()).isEqualTo("9 of 9 steps covered, 13 of 13 branches");
    }

    @Test
    void aFileSaysItToPeopleAndOneToPrograms() throws Exception {
        Coverage coverage = coverage(FUSED, """
                  - name: one
                    given: {left: [{k: a, n: 2}]}
                    expect: {inner: {rows: 1}}
                """);
        CoverageFiles.write(base.resolve("target/gleam"), List.of(coverage));
        assertThat(Files.readString(base.resolve("target/gleam/coverage.txt")))
                .startsWith(
                        "flow: 7 of 9 steps covered, 4 of 13 branches\n  flow.yaml:4:7: no test has a row that `filter` drops\n");
        assertThat(Files.readString(base.resolve("target/gleam/coverage.json")))
                .contains("\"branches\": 13,", "\"step\": \"antiJoin\"", "\"name\": \"drops\"");
    }
}

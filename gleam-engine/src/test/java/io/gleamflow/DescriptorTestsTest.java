package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Flow;
import io.gleamflow.testing.TestOutcome;
import io.gleamflow.testing.TestOutcome.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests in descriptors, run with real workers. */
@Timeout(120)
class DescriptorTestsTest {

    private static final String COUNT = """
            steps:
              - read: data/books/*.txt
              - flatMap: line:lower():gmatch("%a+")
                as: word
              - countBy: word
              - top: 10
                by: count desc
              - write: ${out}/top.csv
              - write: target/also.csv
            """;

    private static final String ORDERS = """
            datasets:
              orders:
                - read: data/orders.csv
                  types: {total: number}
              customers:
                - read: data/customers.csv
              report:
                - from: orders
                - join: customers
                  by: {customer: id}
                - select: [order_id, name, total]
                - sort: total desc
                - write: target/report.csv
              strangers:
                - from: orders
                - leftOuterJoin: customers
                  by: {customer: id}
                - filter: name == nil
                - select: [order_id, customer]
                - print: "%s,%s"
            tests:
            """;

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        project = new TempProject(base);
    }

    private List<TestOutcome> outcomes(String descriptor, int partitions) throws Exception {
        Flow flow = project.load("flow.yaml", descriptor);
        List<TestOutcome> outcomes = new ArrayList<>();
        try (TestBench bench = project.gleam().bench(Tuning.partitions(partitions))) {
            for (var test : flow.tests()) {
                outcomes.add(bench.run(base.resolve("flow.yaml"), flow, test));
            }
        }
        return outcomes;
    }

    private TestOutcome only(String descriptor) throws Exception {
        List<TestOutcome> all = outcomes(descriptor, 2);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String told(TestOutcome outcome) {
        return outcome.place() + ": " + outcome.message() + "\n" + String.join("\n", outcome.details());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void givenLinesAreCountedHoweverManyShardsThereAre(int partitions) throws Exception {
        List<TestOutcome> all = outcomes(COUNT + """
                tests:
                  - name: counts
                    given:
                      - To be, or not
                      - to be
                    expect: |
                      word,count
                      to,2
                      be,2
                      or,1
                      not,1
                  - name: counts wrong
                    given: [a b, a]
                    expect: |
                      word,count
                      a,3
                      c,1
                """, partitions);
        assertThat(all.get(0).isPassed()).as(told(all.get(0))).isTrue();
        assertThat(all.get(1).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(told(all.get(1))).isEqualTo("""
                flow.yaml:24:7: `flow` has other rows than expected: 1 missing (-), 1 unexpected (+), 1 changed (~ expected -> actual)
                  word  count
                ~ a     3 -> 2
                - c     1
                + b     1""");
        assertThat(project.outputs()).isEmpty();
    }

    @Test
    void datasetsAreGivenAndExpectedByName() throws Exception {
        TestOutcome outcome = only(ORDERS + """
                  - name: an order meets its customer
                    given:
                      orders: |
                        order_id,customer,total
                        1,007,9.90
                        2,008,120
                        3,999,5
                      customers: |
                        id,name
                        007,Ann
                        008,Bob
                    expect:
                      report: |
                        order_id,name,total
                        2,Bob,120
                        1,Ann,9.9
                      strangers: |
                        order_id,customer
                        3,999
                """);
        assertThat(outcome.isPassed()).as(told(outcome)).isTrue();
        assertThat(outcome.output()).containsExactly("print: 3,999");
        assertThat(project.outputs()).isEmpty();
    }

    @Test
    void aSourceThatIsNotGivenIsNamedWithTheLineToWrite() throws Exception {
        Files.createDirectories(base.resolve("data"));
        project.file("data/customers.csv", "id,name\n1,Eve\n");
        TestOutcome outcome = only(ORDERS + """
                  - name: half
                    given:
                      orders: [{order_id: 1, customer: 1, total: 2}]
                    expect:
                      report: {rows: 1}
                """);
        assertThat(outcome.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(told(outcome))
                .contains("`read` at line 6 gets its rows from outside, and the test gives it none")
                .contains("write `given: {customers: [{id: ..., name: ...}]}` in the test");
    }

    @Test
    void onlyWhatIsExpectedNeedsRows() throws Exception {
        TestOutcome outcome = only(ORDERS + """
                  - name: orders alone
                    given:
                      orders: [{order_id: 1, customer: 007, total: 2.50}]
                    expect:
                      orders:
                        - {order_id: 1, customer: 007, total: 2.5}
                """);
        assertThat(outcome.isPassed()).as(told(outcome)).isTrue();
    }

    @Test
    void aTestMaySetParametersStopTheClockAndExpectAnError() throws Exception {
        List<TestOutcome> all = outcomes("""
                params: {least: 5, word: {secret: true, default: s3cr3t}}
                steps:
                  - read: x.csv
                    columns: [n]
                    types: {n: int}
                  - filter: n >= params.least
                  - set:
                      at: date.format(date.now(), "yyyy-MM-dd HH:mm:ss")
                      w: params.word
                  - check: n < 100
                tests:
                  - name: default
                    now: 2026-11-24
                    given: [4, 5]
                    expect: [{n: 5, at: "2026-11-24 00:00:00", w: s3cr3t}]
                  - name: own
                    now: 2026-11-24T10:15:32+02:00
                    params: {least: 1}
                    given: [1]
                    expect: [{n: 1, at: "2026-11-24 08:15:32", w: other}]
                  - name: fails as it must
                    given: [500]
                    error: check failed.*
                  - name: fails otherwise
                    given: [500]
                    error: no such words
                  - name: does not fail
                    given: [50]
                    error: check
                  - name: is broken
                    given: [500, x]
                    rows: 1
                  - name: checks
                    given: [5, 6]
                    rows: 2
                    check: n < 6
                """, 2);
        assertThat(all.stream().map(TestOutcome::verdict))
                .containsExactly(
                        Verdict.PASSED,
                        Verdict.FAILED,
                        Verdict.PASSED,
                        Verdict.FAILED,
                        Verdict.FAILED,
                        Verdict.BROKEN,
                        Verdict.FAILED);
        assertThat(told(all.get(1))).contains("other -> ***").doesNotContain("s3cr3t");
        assertThat(told(all.get(3)))
                .contains("the flow fails with another error", "expected  no such words", "actual ");
        assertThat(told(all.get(4))).contains("an error was expected");
        assertThat(told(all.get(6))).contains("check of the test failed");
        for (TestOutcome each : all) {
            assertThat(told(each) + each.output()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void testsShareTheirWorkersUntilOneFailsAndNoneIsLeft() throws Exception {
        List<TestOutcome> all = outcomes("""
                functions: counter = 0
                steps:
                  - rows: [a]
                  - map: |
                      counter = counter + 1
                      if params.fail then error("on demand") end
                      return counter
                    as: n
                params: {fail: false}
                tests:
                  - {name: one, expect: [1]}
                  - {name: fresh variables, expect: [1]}
                  - {name: fails, params: {fail: true}, error: on demand}
                  - {name: after a failure, expect: [1]}
                """, 1);
        assertThat(all).allMatch(TestOutcome::isPassed);
        long pid = all.get(0).report().orElseThrow().tasks().get(0).pid();
        assertThat(all.get(1).report().orElseThrow().tasks().get(0).pid()).isEqualTo(pid);
        assertThat(all.get(3).report().orElseThrow().tasks().get(0).pid()).isNotEqualTo(pid);
        for (TestOutcome outcome : all) {
            for (var task : outcome.report().orElseThrow().tasks()) {
                assertThat(ProcessHandle.of(task.pid()).filter(ProcessHandle::isAlive))
                        .isEmpty();
            }
        }
        assertThat(project.outputs()).isEmpty();
    }

    @Test
    void rejectedRowsOfGivenOnesGoWhereTheyGo() throws Exception {
        TestOutcome outcome = only("""
                datasets:
                  rows:
                    - read: x.csv
                      columns: [id, n]
                      types: {n: int}
                      onError: {to: rejects}
                  all:
                    - from: rows
                    - write: target/all.csv
                  rejects:
                    - write: target/rejects.csv
                tests:
                  - name: rejects
                    given:
                      rows: [{id: a, n: 1}, {id: b, n: x}]
                    expect:
                      all: [[a, 1]]
                      rejects: {rows: 1}
                """);
        assertThat(outcome.isPassed()).as(told(outcome)).isTrue();
        assertThat(project.outputs()).isEmpty();
    }
}

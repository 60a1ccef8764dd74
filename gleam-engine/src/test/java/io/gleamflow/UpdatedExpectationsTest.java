package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Problem;
import io.gleamflow.testing.TestOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Expectations that are rewritten in place: what was right, comments and layout stay. */
@Timeout(120)
class UpdatedExpectationsTest {

    private static final String FLOW = """
            # a flow
            steps:
              - rows: [{id: a, n: 1}, {id: b, n: 2.50}, {id: c, n: null}, {id: "0,7", n: 9}]
              - select: [id, n]   # in this order
            tests:
            """;

    @TempDir
    Path base;

    private String updated(String tests) throws Exception {
        return updated(FLOW + tests, List.of());
    }

    private String updated(String descriptor, List<String> byHand) throws Exception {
        TempProject project = new TempProject(base);
        Path file = base.resolve("flow.yaml");
        Flow flow = project.load("flow.yaml", descriptor);
        List<ExpectedUpdate> updates = new ArrayList<>();
        for (var test : flow.tests()) {
            updates.addAll(project.gleam().test(file, flow, test, Tuning.NONE).updates());
        }
        List<Problem> problems = project.gleam().update(file, updates);
        assertThat(problems.stream().map(Problem::message)).containsExactlyElementsOf(byHand);
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (byHand.isEmpty()) {
            Flow again = project.gleam().load(file).flow();
            for (var test : again.tests()) {
                TestOutcome outcome = project.gleam().test(file, again, test, Tuning.NONE);
                assertThat(outcome.isPassed())
                        .as(text + outcome.message() + outcome.details())
                        .isTrue();
            }
        }
        return text;
    }

    @Test
    void aBlockKeepsItsRightLinesItsIndentationAndWhatStandsAroundIt() throws Exception {
        assertThat(updated("""
                - name: block   # one
                  expect: |   # csv

                      n,id
                      2.50,b

                      3,a
                      77,gone
                  # behind it
                - name: count
                  rows: 7   # seven
                """)).isEqualTo(FLOW + """
                - name: block   # one
                  expect: |   # csv

                      n,id
                      2.50,b
                      1,a
                      ,c
                      9,"0,7"
                  # behind it
                - name: count
                  rows: 4   # seven
                """);
    }

    @Test
    void aListKeepsItsCommentsAndTheStyleOfItsRows() throws Exception {
        assertThat(updated("""
                - name: list
                  expect:
                    # the first
                    - {id: a, n: 5}      # was five
                    # about x
                    - {id: x, n: 1}
                    # about b
                    - id: b              # this one
                      n: 2.50
                    - {id: 'c', n: ~}
                    # the end

                # no more
                """)).isEqualTo(FLOW + """
                - name: list
                  expect:
                    # the first
                    - {id: a, n: 1}      # was five
                    # about x
                    # about b
                    - id: b              # this one
                      n: 2.50
                    - {id: 'c', n: ~}
                    - {id: "0,7", n: 9}
                    # the end

                # no more
                """);
    }

    @Test
    void listsInBracketsAndTextsInQuotesAreRewrittenAsTheyAre() throws Exception {
        assertThat(updated("""
                - {name: brackets, expect: [[a, 1], [b, 3], [c, null], ["0,7", 9]]}
                - {name: fewer, expect: [[a, 1]]}
                - {name: none, expect: []}
                - name: quotes
                  expect: "id,n\\na,1\\n"
                """)).isEqualTo(FLOW + """
                - {name: brackets, expect: [[a, 1], [b, 2.5], [c, null], ["0,7", 9]]}
                - {name: fewer, expect: [[a, 1], [b, 2.5], [c, null], ["0,7", 9]]}
                - {name: none, expect: [{id: a, n: 1}, {id: b, n: 2.5}, {id: c, n: null}, {id: "0,7", n: 9}]}
                - name: quotes
                  expect: "id,n\\na,1\\nb,2.5\\nc,\\n\\"0,7\\",9\\n"
                """);
    }

    @Test
    void rowsInOrderAreBroughtIntoOrder() throws Exception {
        assertThat(updated("""
                - name: order
                  inOrder: true
                  expect: |
                    id,n
                    "0,7",9
                    b,2.50
                    a,1
                    c,
                """)).endsWith("""
                    id,n
                    a,1
                    b,2.50
                    c,
                    "0,7",9
                """);
    }

    @Test
    void carriageReturnsAreKept() throws Exception {
        String descriptor = "\ufeff" + FLOW + "- name: crlf\n  expect: |\n    id,n\n    a,1\n- name: last\n  rows: 4";
        String expected = "\ufeff" + FLOW
                + "- name: crlf\n  expect: |\n    id,n\n    a,1\n    b,2.5\n    c,\n    \"0,7\",9\n- name: last\n  rows: 4";
        assertThat(updated(descriptor.replace("\n", "\r\n"), List.of())).isEqualTo(expected.replace("\n", "\r\n"));
    }

    @Test
    void whatCannotBeRewrittenIsSaidAndLeft() throws Exception {
        String descriptor = "params: {p: 1}\n" + FLOW + """
                - name: references
                  expect: |
                    id,n
                    a,${p}
                - name: comments in brackets
                  expect: [[a, 1], # one
                           [b, 2]]
                """;
        assertThat(
                        updated(
                                descriptor,
                                List.of(
                                        "this expectation is to be changed by hand: the rows have references such as ${...} in them",
                                        "this expectation is to be changed by hand: there are comments between the rows, within brackets")))
                .isEqualTo(descriptor);
    }

    @Test
    void rowsWithAnAnchorAreLeftSinceOthersMayShareThem() throws Exception {
        String descriptor = FLOW + """
                - name: one
                  expect: &rows [[a, 7]]
                - name: two
                  expect: *rows
                - name: three
                  expect:
                    - &row [a, 7]
                """;
        String left = "this expectation is to be changed by hand: it has an anchor, ";
        assertThat(updated(descriptor, List.of(left + "`&rows`", left + "`&row`")))
                .isEqualTo(descriptor);
    }

    @Test
    void aRowOverSeveralLinesWithRemarksIsLeftWhenItCannotBeRewritten() throws Exception {
        String descriptor = FLOW + """
                - name: lines
                  expect:
                    - id: a   # one
                      n: 7 # two
                    # three
                - name: count
                  rows: 4
                """;
        assertThat(updated(
                        descriptor,
                        List.of("this expectation is to be changed by hand: a row that has changed is written over"
                                + " several lines with other things between")))
                .isEqualTo(descriptor);
    }

    @Test
    void aTestIsRecordedFromTheFirstRowsOfTheSources() throws Exception {
        TempProject project = new TempProject(base);
        project.file("data/orders.csv", "id,customer,total\n1,007,9.90\n2,008,120\n3,999,5\n");
        project.file("data/customers.csv", "id,name\n007,\"Ann, B\"\n008,Bob\n");
        String descriptor = """
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
                    - select: [id, name, total]
                    - write: target/report.csv
                # the end""";
        Flow flow = project.load("flow.yaml", descriptor);
        Path file = base.resolve("flow.yaml");
        String name =
                project.gleam().record(file, flow, java.util.Optional.empty(), 2, Tuning.NONE, (step, line) -> {});
        assertThat(name).isEqualTo("recorded");
        assertThat(Files.readString(file)).isEqualTo(descriptor + """


                tests:
                  - name: recorded
                    given:
                      orders: |
                        id,customer,total
                        1,007,9.90
                        2,008,120
                      customers: |
                        id,name
                        007,"Ann, B"
                        008,Bob
                    expect:
                      report: |
                        id,name,total
                        1,"Ann, B",9.9
                        2,Bob,120
                """);
        Flow again = project.gleam().load(file).flow();
        assertThat(project.gleam().record(file, again, java.util.Optional.of("orders"), 1, Tuning.NONE, (s, l) -> {}))
                .isEqualTo("recorded 2");
        assertThat(Files.readString(file)).endsWith("""
                  - name: recorded 2
                    given:
                      orders: |
                        id,customer,total
                        1,007,9.90
                    expect:
                      orders: |
                        id,customer,total
                        1,007,9.9
                """);
        assertThat(project.outputs()).isEmpty();
    }
}

package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.InvalidFlowException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets that read each other, in shapes that could make them wait for each other, with and without memory. */
@Timeout(120)
class GraphRunsTest {

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() {
        project = new TempProject(base);
    }

    @Test
    void aDatasetThatIsReadTwiceIsComputedOnce() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        Map<String, String> outputs = project.run("""
                datasets:
                  numbers:
                    - read: {command: "echo once >> runs.txt; seq 1 3"}
                  up:
                    - from: numbers
                    - write: target/up.txt
                  down:
                    - from: numbers
                    - sort: line desc
                    - write: target/down.txt
                """, 2, 0);
        assertThat(outputs).containsEntry("up.txt", "1\n2\n3\n").containsEntry("down.txt", "3\n2\n1\n");
        assertThat(base.resolve("runs.txt")).hasContent("once");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20, 1 << 28})
    void aDiamondWithASortInOneArmEnds(long memory) throws Exception {
        Map<String, String> outputs = project.run("""
                datasets:
                  numbers:
                    - rows: 200000
                  sorted:
                    - from: numbers
                    - sort: n desc
                  both:
                    - from: numbers
                    - union: [sorted, numbers]
                    - join: sorted
                    - limit: 5
                    - write: target/both.txt
                """, 2, memory);
        assertThat(outputs).containsEntry("both.txt", "1\n1\n1\n2\n2\n");
    }

    /** Whoever waits for the other first, somebody would be blocked if queues were bounded. */
    @Test
    void crossedArmsEnd() throws Exception {
        Map<String, String> outputs = project.run("""
                datasets:
                  a:
                    - rows: 100000
                  b:
                    - rows: 100000
                  ab:
                    - union: [a, b]
                    - skip: 199999
                    - write: target/ab.txt
                  ba:
                    - union: [b, a]
                    - skip: 199998
                    - write: target/ba.txt
                """, 3, 0);
        assertThat(outputs).containsEntry("ab.txt", "100000\n").containsEntry("ba.txt", "99999\n100000\n");
    }

    @Test
    void aDatasetMayMeetItself() throws Exception {
        Map<String, String> outputs = project.run("""
                datasets:
                  people:
                    - rows: [[ann, bob], [bob, cy], [cy, null]]
                      as: [name, boss]
                  bosses:
                    - from: people
                    - leftOuterJoin: people
                      by: {boss: name}
                      prefix: boss_
                    - sort: name
                    - write: target/bosses.csv
                """, 3, 0);
        assertThat(outputs).containsEntry("bosses.csv", """
                name,boss,boss_boss
                ann,bob,cy
                bob,cy,
                cy,,
                """);
    }

    @Test
    void aFileForEachValueHasTheRowsInTheirOrder() throws Exception {
        for (int partitions : new int[] {1, 2, 5}) {
            Map<String, String> outputs = project.run("""
                    datasets:
                      numbers:
                        - rows: 1000
                        - set: {rest: n % 3}
                      each:
                        - from: numbers
                        - write: target/{rest}/of-{rest}.txt
                        - limit: 2
                        - write: target/first.txt
                    """, partitions, 0);
            assertThat(outputs).hasSize(4).containsEntry("first.txt", "1\t1\n2\t2\n");
            assertThat(outputs.get("0/of-0.txt"))
                    .startsWith("3\t0\n6\t0\n9\t0\n")
                    .endsWith("996\t0\n999\t0\n");
        }
    }

    @Test
    void aRowThatFailsIsToldWithItsLine() throws Exception {
        project.file("orders.csv", "id,total\n1,90\n2,5\n3,x\n4,1\n");
        String descriptor = """
                steps:
                  - read: orders.csv
                    types: {total: int}
                  - write: target/out.csv
                """;
        for (int partitions : new int[] {1, 3}) {
            assertThat(project.failure(descriptor, partitions).details()).contains("read from orders.csv, line 4");
        }
    }

    @Test
    void aRowThatFailsInAScriptIsToldWithItsLine() throws Exception {
        project.file("orders.csv", "id,note\n1,\"two\nlines\"\n2,\n3,b\n");
        assertThat(project.failure("""
                        steps:
                          - read: orders.csv
                          - map: note:upper()
                          - write: target/out.csv
                        """, 1).details()).contains("read from orders.csv, line 4");
    }

    @Test
    void orderedTextThatLooksLikeNumbersWarns() throws Exception {
        project.file("in.csv", "id,size,code\na,9,01\nb,10,02\n");
        project.run("""
                steps:
                  - read: in.csv
                  - sort: size
                  - sort: code
                  - write: target/out.csv
                """, 2, 0);
        assertThat(project.log()).singleElement().asString().contains("column 2 is text that looks like numbers");
    }

    @Test
    void flowsRunBehindThoseWhoseFilesTheyRead() throws Exception {
        Flow last = project.load("a.yaml", "steps: [{read: target/b.csv}, {sort: n desc}, {write: target/a.csv}]");
        Flow middle = project.load("b.yaml", "steps: [{read: 'target/c/*.csv'}, {write: target/b.csv}]");
        Flow first = project.load("c.yaml", "steps: [{rows: 3}, {write: 'target/c/{n}.csv'}]");
        List<Flow> order = project.gleam().inOrder(List.of(last, middle, first));
        assertThat(order).extracting(Flow::name).containsExactly("c", "b", "a");
        for (Flow flow : order) {
            project.gleam().run(flow, Tuning.partitions(2), (step, line) -> {});
        }
        assertThat(project.outputs()).containsEntry("a.csv", "n\n3\n2\n1\n");
    }

    @Test
    void flowsThatWaitForEachOtherAreRefused() throws Exception {
        Flow a = project.load("a.yaml", "steps: [{read: target/b.txt}, {write: target/a.txt}]");
        Flow b = project.load("b.yaml", "steps: [{read: target/a.txt}, {write: target/b.txt}]");
        assertThatThrownBy(() -> project.gleam().inOrder(List.of(a, b)))
                .isInstanceOfSatisfying(
                        InvalidFlowException.class,
                        e -> assertThat(e.problems()).singleElement().asString().contains("waits for `a`"));
    }

    @Test
    void manyDatasetsInARowEnd() throws Exception {
        StringBuilder flow = new StringBuilder("datasets:\n  d0:\n    - rows: 1000\n");
        for (int i = 1; i <= 30; i++) {
            flow.append("  d%d:\n    - from: d%d\n    - sort: n desc\n".formatted(i, i - 1));
        }
        flow.append("  end:\n    - from: d30\n    - limit: 1\n    - write: target/end.txt\n");
        assertThat(project.run(flow.toString(), 2, 0)).isEqualTo(Collections.singletonMap("end.txt", "1000\n"));
    }

    /** The union reads last what nobody can begin while all workers wait for it. */
    @Test
    void moreScriptsThanWorkersEnd() throws Exception {
        StringBuilder flow = new StringBuilder("datasets:\n  d0:\n    - rows: 2000\n");
        StringBuilder all = new StringBuilder("d0");
        for (int i = 1; i <= 12; i++) {
            flow.append("  d%d:\n    - from: d%d\n    - set: {n: n + 1}\n".formatted(i, (i - 1) / 2));
            all.insert(0, "d" + i + ", ");
        }
        flow.append("  sum:\n    - union: [%s]\n    - map: n * 2\n      as: n\n".formatted(all));
        flow.append("    - reduce: {rows: count(), last: last(n)}\n    - write: target/sum.csv\n");
        assertThat(project.run(flow.toString(), 3, 0)).containsEntry("sum.csv", "rows,last\n26000,4000\n");
    }

    @Test
    void whatIsWrittenBeforeAProgramThatStopsReadingIsWhole() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        for (int partitions : new int[] {1, 2}) {
            Map<String, String> outputs = project.run("""
                    steps:
                      - rows: 300000
                      - write: target/all.txt
                      - pipe: head -n 1
                      - write: target/first.txt
                    """, partitions, 0);
            assertThat(outputs.get("all.txt")).endsWith("\n299999\n300000\n");
            assertThat(outputs).containsEntry("first.txt", "1\n");
        }
    }

    @Test
    void programsForEachKeyNeedNotReadAllRows() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        Map<String, String> outputs = project.run("""
                steps:
                  - rows: 200000
                  - map: n % 3, n
                    as: [rest, n]
                  - pipe: head -n 1
                    per: rest
                    as: [rest, n]
                  - write: target/first.csv
                """, 2, 0);
        assertThat(outputs).containsEntry("first.csv", "rest,n\n0,3\n1,1\n2,2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit: 3", "map: line\n  - limit: 3", "select: line\n  - limit: 3", "pipe: cat\n  - limit: 3"})
    void aLimitEndsAProgramThatWouldPrintForEver(String steps) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        Map<String, String> outputs = project.run(
                "steps:\n  - read: {command: 'yes'}\n  - %s\n  - write: target/yes.txt\n".formatted(steps), 2, 0);
        assertThat(outputs).containsEntry("yes.txt", "y\ny\ny\n");
    }

    @Test
    void columnsThatAnEmptyFileDoesNotTellAreAskedFor() throws Exception {
        project.file("empty.jsonl", "");
        String descriptor = "steps: [{read: empty.jsonl}, {sort: x}, {write: target/out.csv}]";
        assertThat(project.failure(descriptor, 2).message()).contains("`x` is not known", "columns:");
        assertThat(project.run(descriptor.replace("empty.jsonl}", "empty.jsonl, columns: [x]}"), 2, 0))
                .containsEntry("out.csv", "x\n");
    }
}

package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Step;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StepCount.Partners;
import io.gleamflow.report.StepRows;
import io.gleamflow.run.RunListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many rows came to each step and left it: what a script would count that looks at the rows between them. */
@Timeout(120)
class RowsOfStepsTest {

    private static final int ROWS = 3000;

    /** Every operation of a chain, in workers and in the engine, with rows dropped, made, rejected and put together. */
    private static final String FLOW = """
            datasets:
              rows:
                - read: data.csv
                  types: {id: int, v: int}
                  onError: {to: rejects}
                - filter: v % 3 ~= 0
                - set: {w: v * 2}
                - select: [id, k, w]
                - map: w % 5 ~= 0 and id or error("five")
                  as: id
                  onError: {to: rejects}
              again:
                - from: rows
                - flatMap: |
                    for i = 1, id % 3 do emit(id, i) end
                  as: [id, i]
                - check: {some: i > 0}
                - rename: {i: n}
                - drop: n
                - forEach: |
                    local unused = id
                - distinct: id
                - sort: id desc
                - skip: 5
                - limit: 200
                - write: target/again.csv
              sums:
                - from: rows
                - map: id % 10, 1
                  as: [k, n]
                - reduceByKey: |
                    function(x, y) return x + y end
                - write: target/sums.csv
              counts:
                - from: rows
                - countBy: id
                - reduce: {most: max(count) + 1}
                - write: target/counts.csv
              joined:
                - from: rows
                - leftOuterJoin: again
                  prefix: r_
                - union: rows
                - map: id
                - lua: |
                    function process(row, emit) if row[1] % 2 == 0 then emit(row[1]) end end
                - write: target/joined.csv
              rejects:
                - print: "%s %s %s %s %s"
            """;

    @TempDir
    Path base;

    private TempProject project;

    @BeforeEach
    void project() throws Exception {
        StringBuilder csv = new StringBuilder("id,k,v\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i)
                    .append(",k,")
                    .append(i % 100 == 7 ? "none" : Integer.toString(i * 7 % 1000))
                    .append('\n');
        }
        project = new TempProject(base).file("data.csv", csv.toString());
    }

    private RunReport run(Flow flow, int partitions) throws Exception {
        return project.gleam()
                .run(flow, new Tuning(OptionalInt.of(partitions), OptionalLong.of(1 << 20)), new RunListener() {
                    @Override
                    public void logged(String step, String line) {}
                });
    }

    private static Map<String, String> counts(Flow flow, RunReport report) {
        StepRows rows = StepRows.of(flow, report);
        Map<String, String> counts = new LinkedHashMap<>();
        for (Dataset dataset : flow.datasets()) {
            for (Step step : dataset.steps()) {
                counts.put(
                        dataset.name() + " " + step.head().place().line() + " "
                                + step.head().title(),
                        shown(rows.into(step)) + " > " + shown(rows.outOf(step)));
            }
        }
        return counts;
    }

    private static String shown(OptionalLong rows) {
        return rows.isPresent() ? Long.toString(rows.getAsLong()) : "-";
    }

    private static long count(Predicate<Integer> rows) {
        long count = 0;
        for (int i = 0; i < ROWS; i++) {
            count += rows.test(i) ? 1 : 0;
        }
        return count;
    }

    @Test
    void theyAreTheSameInBothRuntimesAndHoweverRowsAreDivided() throws Exception {
        Flow flow = project.load("flow.yaml", FLOW);
        Map<String, String> first = counts(flow, run(flow, 1));
        assertThat(counts(flow, run(flow, 3))).isEqualTo(first);
        Luajit.assumeThere("luajit");
        Flow luajit = project.load("flow.yaml", FLOW.stripTrailing() + "\ndefaults: {runtime: luajit}\n");
        assertThat(counts(luajit, run(luajit, 1))).isEqualTo(first);
        assertThat(counts(luajit, run(luajit, 3))).isEqualTo(first);
    }

    @Test
    void theyAreWhatOneWouldCountBetweenTheSteps() throws Exception {
        Flow flow = project.load("flow.yaml", FLOW);
        RunReport report = run(flow, 3);
        long read = count(i -> i % 100 != 7);
        long kept = count(i -> i % 100 != 7 && i * 7 % 1000 % 3 != 0);
        long mapped = count(i -> i % 100 != 7 && i * 7 % 1000 % 3 != 0 && i * 7 % 1000 * 2 % 5 != 0);
        List<String> counts = List.copyOf(counts(flow, report).values());
        assertThat(counts.subList(0, 5))
                .containsExactly(
                        "- > " + read,
                        read + " > " + kept,
                        kept + " > " + kept,
                        kept + " > " + kept,
                        kept + " > " + mapped);
        assertThat(counts(flow, report).toString()).doesNotContain("> -");
        assertThat(counts(flow, report))
                .containsEntry("again 24 skip", "1052 > 1047")
                .containsEntry("again 25 limit", "1047 > 200")
                .containsEntry("counts 36 countBy", mapped + " > " + mapped)
                .containsEntry("counts 37 reduce", mapped + " > 1")
                .containsEntry("joined 43 union", 2 * mapped + " > " + 2 * mapped)
                .containsEntry("rejects 49 print", ROWS - read + kept - mapped + " > " + (ROWS - read + kept - mapped));
        Step join = flow.datasets().get(4).steps().get(1);
        assertThat(StepRows.of(flow, report).partners(join)).contains(new Partners(200, mapped - 200, 0));
    }

    @Test
    void anAttemptThatFailsCountsForNothing() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        Flow flow = project.load("flow.yaml", """
                steps:
                  - read: data.csv
                  - filter: id ~= "0"
                  - pipe: |
                      cat
                      [ -e tried ] || { touch tried; exit 9; }
                    as: [id, k, v]
                    onError: {retry: 2, delay: 1ms}
                  - drop: k
                  - write: target/out.csv
                """);
        assertThat(counts(flow, run(flow, 2)).values())
                .containsExactly("- > 3000", "3000 > 2999", "2999 > 2999", "2999 > 2999", "2999 > 2999");
    }

    @Test
    void ofProgramsJoinedByPipesOnlyTheEndsAreKnown() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 100
                  - pipe: sort
                  - pipe: cat
                  - pipe: head -n 7
                  - write: target/out.txt
                """);
        assertThat(counts(flow, run(flow, 2)).values())
                .containsExactly("- > 100", "100 > -", "- > -", "- > 7", "7 > 7");
    }
}

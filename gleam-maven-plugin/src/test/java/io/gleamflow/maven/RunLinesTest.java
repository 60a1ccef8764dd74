package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.RunReport.Output;
import io.gleamflow.report.TaskReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunLinesTest {

    private static RunReport report(Duration time, List<Output> outputs, List<TaskReport> tasks) {
        return Reports.run("words", time, outputs, List.of(), tasks);
    }

    private static List<TaskReport> shards(int count) {
        return IntStream.range(0, count)
                .mapToObj(shard -> Reports.task(0, "read + map", shard, 100 + shard, 10 + shard, 1))
                .toList();
    }

    @Test
    void aFlowIsOneLineWithItsOutputAndTime() {
        RunReport report = report(Duration.ofMillis(1440), List.of(Reports.output("target/x.txt", 3, 20)), shards(1));
        assertThat(RunLines.of("words", 7, report, 0, UnaryOperator.identity()))
                .containsExactly("  words     3 rows -> target/x.txt   1.4 s");
    }

    @Test
    void moreOutputsStandBelowTheFirst() {
        List<Output> outputs = List.of(Reports.output("a", 1, 2), Reports.output("b", 2, 4));
        RunReport report = report(Duration.ofSeconds(125), outputs, List.of());
        assertThat(RunLines.of("words", 5, report, 7, UnaryOperator.identity()))
                .containsExactly(
                        "  words   1 row -> a   2 min 5 s", "          2 rows -> b", "          7 rows printed");
    }

    @Test
    void everyShardIsSeenToHaveHadRows() {
        RunReport report = report(Duration.ZERO, List.of(), shards(3));
        assertThat(RunLines.of("words", 5, report, 0, UnaryOperator.identity()))
                .containsExactly("  words   done   0.0 s", "      read + map: 3 shards, 10 / 11 / 12 rows");
    }

    @Test
    void manyShardsAreSummedUp() {
        RunReport report = report(Duration.ZERO, List.of(), shards(64));
        assertThat(RunLines.of("words", 5, report, 0, UnaryOperator.identity()))
                .contains("      read + map: 64 shards, 10 to 73 rows");
    }

    @Test
    void rowsThatWereRejectSinkAreWarnedOf() {
        Place place = new Place("words.yaml", 5, 7);
        RunReport.Rejected skipped =
                new RunReport.Rejected("map", place, 1, 3, "bad", Optional.empty(), Optional.empty());
        RunReport.Rejected rejected =
                new RunReport.Rejected("filter", place, 2, 3, "worse", Optional.of("rejects"), Optional.of("50%"));
        RunReport report = Reports.run("words", Duration.ZERO, List.of(), List.of(skipped, rejected), List.of());
        assertThat(RunLines.rejected("words", 5, report))
                .containsExactly(
                        "  words   1 of 3 rows skipped by `map`, such as words.yaml:5:7: bad",
                        "  words   2 of 3 rows rejected by `filter` -> rejects (at most 50%), such as words.yaml:5:7: worse");
    }

    @Test
    void tasksNameTheirProcesses() {
        RunReport report = report(
                Duration.ZERO,
                List.of(),
                List.of(Reports.task(0, "map", 0, 42, 2, 1), Reports.task(1, "sort", 0, 0, 1, 1)));
        assertThat(RunLines.tasks(report))
                .containsExactly(
                        "      map, shard 0, process 42: 2 rows in, 1 row out",
                        "      sort, shard 0, in the engine: 1 row in, 1 row out");
    }
}

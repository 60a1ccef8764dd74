package io.gleamflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StepRows;
import io.gleamflow.report.TaskReport;
import io.gleamflow.run.Progress;
import io.gleamflow.run.RunListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of its tasks. */
@Timeout(120)
class RunStatisticsTest {

    @TempDir
    Path base;

    private TempProject project;
    private final List<RunReport> failed = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private final RunListener listener = new RunListener() {
        @Override
        public void logged(String step, String line) {}

        @Override
        public void progressed(Progress now) {
            progress.add(now);
        }

        @Override
        public void failed(RunReport soFar) {
            failed.add(soFar);
        }
    };

    @BeforeEach
    void project() {
        project = new TempProject(base);
    }

    private RunReport run(Flow flow, int partitions, long memory) throws Exception {
        return project.gleam().run(flow, new Tuning(OptionalInt.of(partitions), OptionalLong.of(memory)), listener);
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    private static long sum(RunReport report, int stage, ToLongFunction<TaskReport> figure) {
        return report.tasks().stream()
                .filter(task -> task.stage() == stage)
                .mapToLong(figure)
                .sum();
    }

    @Test
    void rowsAndBytesOfATextFileAreThoseOfTheFileAtAnyParallelism() throws Exception {
        String text = lines(5000);
        project.file("in.txt", text);
        Flow flow = project.load("flow.yaml", """
                steps:
                  - read: in.txt
                  - filter: line:find("7")
                  - sort: line
                  - write: out.txt
                """);
        for (int partitions : new int[] {1, 3}) {
            RunReport report = run(flow, partitions, 1 << 20);
            long sevens = text.lines().filter(line -> line.contains("7")).count();
            assertThat(sum(report, 0, TaskReport::rowsIn)).isEqualTo(5000);
            assertThat(sum(report, 0, TaskReport::rowsOut)).isEqualTo(sevens);
            // the pieces overlap by the byte that tells where a line begins, and what is read ahead
            assertThat(sum(report, 0, task -> task.in().bytes())).isGreaterThanOrEqualTo(text.length());
            assertThat(sum(report, 1, TaskReport::rowsIn)).isEqualTo(sevens);
            assertThat(report.inputs()).extracting(RunReport.Input::path).containsExactly("in.txt");
            assertThat(report.inputs().get(0).bytes()).isEqualTo(text.length());
            assertThat(report.tasks())
                    .allMatch(task -> task.status() == TaskReport.Status.DONE
                            && task.start().isPresent());
            assertThat(report.tasks())
                    .filteredOn(task -> task.pid() > 0)
                    .isNotEmpty()
                    .allMatch(task -> task.use().cpu().isPresent());
        }
    }

    @Test
    void whatASortPutsOnDiskIsCounted() throws Exception {
        project.file("in.txt", lines(60_000));
        Flow flow = project.load("flow.yaml", """
                steps:
                  - read: in.txt
                  - sort: line desc
                  - write: out.txt
                """);
        assertThat(sum(run(flow, 1, 64 << 10), 0, task -> task.use().spilled())).isGreaterThan(100_000);
        assertThat(sum(run(flow, 1, 64 << 20), 0, task -> task.use().spilled())).isZero();
    }

    @Test
    void compressedInputCountsAsItIsOnTheDisk() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(("n\n" + lines(20_000)).getBytes(StandardCharsets.UTF_8));
        }
        project.file("in.csv.gz", packed.toByteArray());
        Flow flow = project.load("flow.yaml", "steps:\n  - read: in.csv.gz\n  - limit: 3\n  - write: out.csv\n");
        RunReport report = run(flow, 2, 1 << 20);
        assertThat(sum(report, 0, task -> task.in().bytes())).isEqualTo(packed.size());
        assertThat(sum(report, 0, TaskReport::rowsIn)).isEqualTo(20_000);
    }

    @Test
    void rowsAlongTheEdgesOfAGraphAreKnown() throws Exception {
        project.file("in.csv", "a,b\n1,x\n2,y\n3,\n");
        Flow flow = project.load("flow.yaml", """
                datasets:
                  all:
                    - read: in.csv
                    - map: b == "y" and error("no y") or a
                      as: a
                      onError: {to: bad}
                  first:
                    - from: all
                    - limit: 1
                    - write: first.csv
                  rest:
                    - from: all
                    - skip: 1
                    - write: rest.csv
                  bad:
                    - write: bad.csv
                """);
        RunReport report = run(flow, 1, 1 << 20);
        StepRows rows = StepRows.of(flow, report);
        assertThat(flow.datasets()).extracting(Dataset::name).containsExactly("all", "first", "rest", "bad");
        assertThat(flow.datasets().stream().map(rows::outOf).map(OptionalLong::getAsLong))
                .containsExactly(2L, 1L, 1L, 1L);
        assertThat(rows.outOf(flow.datasets().get(0).steps().get(0))).hasValue(3);
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.tasks().stream().mapToLong(TaskReport::errors).sum()).isEqualTo(1);
    }

    @Test
    void aRunThatFailsSaysWhatRanUntilThen() throws Exception {
        project.file("in.txt", lines(3000));
        Flow flow = project.load("flow.yaml", """
                steps:
                  - read: in.txt
                  - sort: line
                  - map: line == "line 2000" and error("stop") or line
                  - write: out.txt
                """);
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> run(flow, 1, 1 << 20));
        RunReport report = failed.get(0);
        assertThat(report.failure())
                .hasValueSatisfying(why -> assertThat(why.message()).contains("stop"));
        assertThat(report.outputs()).isEmpty();
        assertThat(sum(report, 0, TaskReport::rowsOut)).isEqualTo(3000);
        assertThat(report.tasks().get(0).status()).isEqualTo(TaskReport.Status.DONE);
        assertThat(report.tasks()).extracting(TaskReport::status).contains(TaskReport.Status.FAILED);
    }

    @Test
    void theExitOfAShellStepIsToldAndItsAttempts() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh");
        project.file("in.txt", lines(10));
        Flow flow = project.load("flow.yaml", """
                steps:
                  - read: in.txt
                  - pipe: |
                      cat
                      [ -e tried ] || { touch tried; exit 9; }
                      exit 3
                    onError: {retry: 2, delay: 1ms}
                    okExit: [0, 3]
                  - write: out.txt
                """);
        RunReport report = run(flow, 1, 1 << 20);
        TaskReport shell = report.tasks().get(report.tasks().size() - 1);
        assertThat(shell.attempts()).isEqualTo(2);
        assertThat(shell.rowsIn()).isEqualTo(10);
        assertThat(shell.rowsOut()).isEqualTo(10);
    }

    @Test
    void whatShellStepsTakeIsSeenWhereTheSystemShowsIt() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "no /proc");
        Flow flow = project.load("flow.yaml", """
                steps:
                  - rows: 10
                  - pipe: |
                      cat
                      i=0
                      while [ $i -lt 300000 ]; do i=$((i + 1)); done
                    name: own
                  - pipe: |
                      cat
                      sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i + 1)); done'
                    name: of a child
                    as: n
                  - write: out.txt
                """);
        TaskReport shells = run(flow, 1, 1 << 20).tasks().get(0);
        assertThat(shells.use().cpu())
                .hasValueSatisfying(cpu -> assertThat(cpu).isBetween(Duration.ofMillis(50), Duration.ofSeconds(60)));
        assertThat(shells.use().peakMemory()).isPresent();
        assertThat(shells.use().peakMemory().getAsLong()).isBetween(300L << 10, 1L << 30);
    }

    @Test
    void progressNeverGoesBackAndNeverBeyondTheInput() throws Exception {
        project.file("in.csv", "a\n" + lines(200_000));
        Flow flow = project.load("flow.yaml", "steps:\n  - read: in.csv\n  - sort: a\n  - write: out.csv\n");
        run(flow, 2, 1 << 20);
        assertThat(progress).isSortedAccordingTo(Comparator.comparingLong(Progress::rows));
        assertThat(progress).allMatch(now -> now.ofBytes() > 0 && now.part() >= 0 && now.part() <= 1);
    }
}

package io.gleamflow.maven;

import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.TaskReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reports of runs that never were. */
final class Reports {

    private Reports() {}

    static RunReport run(
            String flow,
            Duration time,
            List<RunReport.Output> outputs,
            List<RunReport.Rejected> rejected,
            List<TaskReport> tasks) {
        return new RunReport(
                flow, Instant.EPOCH, time, List.of(), outputs, rejected, List.of(), tasks, Optional.empty());
    }

    static RunReport.Output output(String path, long rows, long bytes) {
        return new RunReport.Output(path, rows, bytes, new Place("words.yaml", 3, 5));
    }

    static TaskReport task(int stage, String title, int shard, long pid, long rowsIn, long rowsOut) {
        return new TaskReport(
                stage,
                title,
                shard,
                pid,
                TaskReport.Status.DONE,
                Optional.empty(),
                1,
                Optional.of(Duration.ZERO),
                Duration.ofMillis(20),
                new TaskReport.Amount(rowsIn, 10 * rowsIn),
                new TaskReport.Amount(rowsOut, 10 * rowsOut),
                new TaskReport.Use(Optional.empty(), OptionalLong.empty(), 0),
                0,
                List.of());
    }
}

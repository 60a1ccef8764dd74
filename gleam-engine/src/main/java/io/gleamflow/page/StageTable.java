package io.gleamflow.page;

import io.gleamflow.flow.Flow;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StageReport;
import io.gleamflow.report.StepNames;
import io.gleamflow.report.TaskReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What each stage did and took, its shards together. */
final class StageTable {

    private static final List<String> HEADERS = List.of(
            "Stage",
            "Where",
            "#Rows in",
            "#Rows out",
            "#Bytes in",
            "#Bytes out",
            "#CPU",
            "#Peak memory",
            "#Spilled",
            "#Time");

    private StageTable() {}

    static void write(Html html, Flow flow, RunReport run) {
        Table table = new Table(html, "Stages of " + flow.name(), HEADERS);
        for (StageReport stage : run.stages()) {
            List<TaskReport> tasks = run.tasks().stream()
                    .filter(task -> task.stage() == stage.number())
                    .toList();
            table.row();
            table.cell().element("b", (stage.number() + 1) + ". " + stage.title());
            html.element("small", String.join(", ", StepNames.datasets(flow, stage)));
            table.endCell();
            table.cell().text(where(stage, tasks));
            state(html, tasks);
            table.endCell();
            numbers(table, tasks);
            table.endRow();
        }
        table.end();
    }

    private static void numbers(Table table, List<TaskReport> tasks) {
        table.cell(Words.count(tasks.stream().mapToLong(TaskReport::rowsIn).sum()));
        table.cell(Words.count(tasks.stream().mapToLong(TaskReport::rowsOut).sum()));
        table.cell(
                Words.bytes(tasks.stream().mapToLong(task -> task.in().bytes()).sum()));
        table.cell(
                Words.bytes(tasks.stream().mapToLong(task -> task.out().bytes()).sum()));
        table.cell(cpu(tasks).map(Words::time).orElse(Words.UNKNOWN));
        OptionalLong peak = tasks.stream()
                .map(task -> task.use().peakMemory())
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
        table.cell(peak.isPresent() ? Words.bytes(peak.getAsLong()) : Words.UNKNOWN);
        long spilled = tasks.stream().mapToLong(task -> task.use().spilled()).sum();
        table.cell(Words.bytes(spilled));
        table.cell(tasks.stream()
                .map(TaskReport::time)
                .max(Duration::compareTo)
                .map(Words::time)
                .orElse(Words.UNKNOWN));
    }

    /** Unknown when it is of one of them. */
    private static Optional<Duration> cpu(List<TaskReport> tasks) {
        Duration all = Duration.ZERO;
        for (TaskReport task : tasks) {
            if (task.use().cpu().isEmpty()) {
                return Optional.empty();
            }
            all = all.plus(task.use().cpu().get());
        }
        return Optional.of(all);
    }

    private static String where(StageReport stage, List<TaskReport> tasks) {
        int attempts = tasks.stream().mapToInt(TaskReport::attempts).max().orElse(1);
        return stage.runs() + (attempts > 1 ? ", " + attempts + " attempts" : "");
    }

    private static void state(Html html, List<TaskReport> tasks) {
        for (TaskReport.Status status : TaskReport.Status.values()) {
            long count = tasks.stream().filter(task -> task.status() == status).count();
            if (status != TaskReport.Status.DONE && count > 0) {
                String shards = count == tasks.size() ? "" : " (" + count + " of " + tasks.size() + ")";
                html.raw(" ").element("span", status.word() + shards, "class", "badge " + status.word());
            }
        }
    }
}

package io.gleamflow.report;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * All tasks of a build, and behind each its steps, as lines of columns with tabs between them, for programs; what nobody knows is
 * empty.
 */
final class TraceTable {

    private static final List<String> COLUMNS = List.of(
            "flow",
            "dataset",
            "step",
            "stage",
            "partition",
            "pid",
            "status",
            "exit",
            "attempt",
            "start",
            "duration",
            "cpu",
            "peak_rss",
            "rows_in",
            "rows_out",
            "bytes_in",
            "bytes_out",
            "errors");

    private TraceTable() {}

    static String of(BuildReport build) {
        Secrets secrets = build.secrets();
        StringBuilder out = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        for (FlowResult flow : build.flows()) {
            flow.run()
                    .ifPresent(run -> run.tasks().forEach(task -> {
                        out.append(line(flow, run, task, secrets));
                        task.steps().forEach(step -> out.append(line(flow, task, step, secrets)));
                    }));
        }
        return out.toString();
    }

    private static String line(FlowResult flow, RunReport run, TaskReport task, Secrets secrets) {
        StageReport stage = run.stages().get(task.stage());
        List<String> cells = List.of(
                flow.flow().name(),
                String.join(",", StepNames.datasets(flow.flow(), stage)),
                String.join(" + ", StepNames.steps(flow.flow(), stage)),
                Integer.toString(task.stage() + 1),
                Integer.toString(task.shard()),
                task.pid() == 0 ? "" : Long.toString(task.pid()),
                task.status().word(),
                task.exit().orElse(""),
                Integer.toString(task.attempts()),
                task.start().map(TraceTable::millis).orElse(""),
                millis(task.time()),
                task.use().cpu().map(TraceTable::millis).orElse(""),
                number(task.use().peakMemory()),
                Long.toString(task.rowsIn()),
                Long.toString(task.rowsOut()),
                Long.toString(task.in().bytes()),
                Long.toString(task.out().bytes()),
                Long.toString(task.errors()));
        return line(cells, secrets);
    }

    /** Only rows are known of a single step, and so nothing of a task is in two lines. */
    private static String line(FlowResult flow, TaskReport task, StepCount step, Secrets secrets) {
        List<String> cells = List.of(
                flow.flow().name(),
                StepNames.dataset(flow.flow(), step.step()),
                StepNames.title(flow.flow(), step.step()),
                Integer.toString(task.stage() + 1),
                Integer.toString(task.shard()),
                "",
                task.status().word(),
                "",
                "",
                "",
                "",
                "",
                "",
                number(step.in()),
                number(step.out()),
                "",
                "",
                "");
        return line(cells, secrets);
    }

    private static String line(List<String> cells, Secrets secrets) {
        return cells.stream().map(secrets::hidden).map(TraceTable::cell).collect(Collectors.joining("\t")) + "\n";
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    /** A name may have anything in it. */
    private static String cell(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}

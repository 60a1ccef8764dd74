package io.gleamflow.maven;

import io.gleamflow.freshness.Removed;
import io.gleamflow.freshness.Status;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.RunReport.Output;
import io.gleamflow.report.RunReport.Rejected;
import io.gleamflow.report.TaskReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A run in a few lines for people. */
final class RunLines {

    private static final int MOST_SHARDS_SHOWN = 8;
    private static final int MOST_REASONS_SHOWN = 3;

    private RunLines() {}

    /**
     * One line for each output, the first with the name of the flow and the time, then one for each stage of several
     * shards.
     *
     * @param width of the column of names
     * @param printed how many rows went to the log
     * @param shown how to write the path of an output
     */
    static List<String> of(String name, int width, RunReport report, long printed, UnaryOperator<String> shown) {
        return of(name, width, report, printed, shown, "");
    }

    /** The same, and why the flow ran. */
    static List<String> of(
            String name, int width, RunReport report, long printed, UnaryOperator<String> shown, String why) {
        List<String> results = new ArrayList<>();
        for (Output output : report.outputs()) {
            String same = output.unchanged() ? ", unchanged" : "";
            results.add(rows(output.rows()) + " -> " + shown.apply(output.path()) + same);
        }
        if (printed > 0) {
            results.add(rows(printed) + " printed");
        }
        if (results.isEmpty()) {
            results.add("done");
        }
        List<String> lines = new ArrayList<>();
        String column = "  %-" + Math.max(1, width) + "s   ";
        lines.add(String.format(column, name) + results.get(0) + "   " + time(report.time()) + why);
        results.stream().skip(1).forEach(result -> lines.add(String.format(column, "") + result));
        stages(report).forEach((stage, tasks) -> {
            if (tasks.size() > 1) {
                lines.add("      " + tasks.get(0).title() + ": " + tasks.size() + " shards, " + shards(tasks));
            }
        });
        return lines;
    }

    /** A flow that did not have to run. */
    static String upToDate(String name, int width) {
        return line(name, width, "up to date");
    }

    /** A flow and a word on it. */
    static String line(String name, int width, String word) {
        return "  " + name + " ".repeat(Math.max(0, Math.max(1, width) - name.length())) + "   " + word;
    }

    /** Behind the line of a flow that ran. */
    static String why(Status before) {
        return "   (ran: " + String.join("; ", first(before.reasons())) + ")";
    }

    /** Those that tell most, and how many more there are. */
    static List<String> first(List<String> reasons) {
        int more = reasons.size() - MOST_REASONS_SHOWN;
        List<String> shown = new ArrayList<>(reasons.subList(0, Math.min(MOST_REASONS_SHOWN, reasons.size())));
        if (more > 0) {
            shown.add("and " + more + " more");
        }
        return shown;
    }

    /** What became of files that the flow writes no more; nothing when there were none. */
    static List<String> removed(Removed removed) {
        List<String> lines = new ArrayList<>();
        if (!removed.removed().isEmpty()) {
            lines.add("removed " + String.join(", ", first(removed.removed())) + ", written no more");
        }
        if (!removed.kept().isEmpty()) {
            lines.add("kept " + String.join(", ", first(removed.kept())) + ", written no more but changed since");
        }
        if (!removed.linked().isEmpty()) {
            lines.add("kept " + String.join(", ", first(removed.linked())) + ", written no more but behind links");
        }
        return lines;
    }

    /** A warning for each step that has left out rows. */
    static List<String> rejected(String name, int width, RunReport report) {
        return report.rejected().stream()
                .map(each -> line(name, width, rejected(each)))
                .toList();
    }

    /** What one step has left out. */
    static String rejected(Rejected rejected) {
        String what = rejected.to().isPresent() ? "rejected" : "skipped";
        String to = rejected.to().map(target -> " -> " + target).orElse("");
        String limit = rejected.limit().map(most -> " (at most " + most + ")").orElse("");
        return rejected.rows() + " of " + rows(rejected.of()) + " " + what + " by `" + rejected.step() + "`" + to
                + limit + ", such as " + rejected.place() + ": " + rejected.first();
    }

    /** Which process did what, one line a task. */
    static List<String> tasks(RunReport report) {
        return report.tasks().stream()
                .map(task -> "      " + task.title() + ", shard " + task.shard()
                        + (task.pid() == 0 ? ", in the engine" : ", process " + task.pid()) + ": "
                        + rows(task.rowsIn()) + " in, " + rows(task.rowsOut()) + " out")
                .toList();
    }

    static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private static Map<Integer, List<TaskReport>> stages(RunReport report) {
        return report.tasks().stream()
                .collect(Collectors.groupingBy(TaskReport::stage, LinkedHashMap::new, Collectors.toList()));
    }

    private static String shards(List<TaskReport> tasks) {
        if (tasks.size() > MOST_SHARDS_SHOWN) {
            LongSummaryStatistics rows =
                    tasks.stream().mapToLong(TaskReport::rowsIn).summaryStatistics();
            return rows.getMin() + " to " + rows(rows.getMax());
        }
        return tasks.stream().map(task -> String.valueOf(task.rowsIn())).collect(Collectors.joining(" / ")) + " rows";
    }

    private static String time(Duration time) {
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}

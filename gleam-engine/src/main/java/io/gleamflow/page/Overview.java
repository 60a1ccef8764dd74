package io.gleamflow.page;

import io.gleamflow.report.BuildReport;
import io.gleamflow.report.FlowResult;
import io.gleamflow.report.FlowResult.State;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StageReport;
import io.gleamflow.report.TaskReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What ran, what took long, what was lost. */
final class Overview {

    private static final List<String> HEADERS =
            List.of("Flow", "Result", "#Time", "#Rows read", "#Rows written", "#Rows rejected");

    private final Html html;
    private final BuildReport build;
    private final List<RunReport> runs;

    Overview(Html html, BuildReport build) {
        this.html = html;
        this.build = build;
        this.runs = build.flows().stream().flatMap(flow -> flow.run().stream()).toList();
    }

    void write() {
        html.open("div", "class", "cards");
        ran();
        took();
        lost();
        html.close("div");
        flows();
    }

    private void card(String kind, String title, String figure) {
        html.open("div", "class", "card " + kind).element("h2", title).element("p", figure, "class", "figure");
    }

    private void ran() {
        long failed = count(State.FAILED);
        long ran = count(State.RAN);
        card(
                failed > 0 ? "bad" : "good",
                "What ran",
                failed > 0 ? Words.things(failed, "flow") + " failed" : Words.things(ran, "flow") + " ran");
        html.element("p", failed > 0 ? Words.things(ran, "flow") + " ran to the end" : "none failed");
        long fresh = count(State.UP_TO_DATE);
        if (fresh > 0) {
            html.element("p", Words.things(fresh, "flow") + " up to date");
        }
        html.close("div");
    }

    private long count(State state) {
        return build.flows().stream().filter(flow -> flow.state() == state).count();
    }

    private void took() {
        Duration all = runs.stream().map(RunReport::time).reduce(Duration.ZERO, Duration::plus);
        card("plain", "What took long", Words.time(all));
        Optional<RunReport> longest = runs.stream().max(Comparator.comparing(RunReport::time));
        longest.ifPresent(run -> {
            html.open("p")
                    .element("b", run.flow())
                    .text(" took " + Words.time(run.time()))
                    .close("p");
            run.tasks().stream().max(Comparator.comparing(TaskReport::time)).ifPresent(task -> {
                StageReport stage = run.stages().get(task.stage());
                html.element("p", "longest there: " + stage.title() + ", " + Words.time(task.time()));
            });
        });
        html.close("div");
    }

    private void lost() {
        long rows = runs.stream().mapToLong(RunReport::lost).sum();
        card(rows > 0 ? "warn" : "good", "What was lost", rows > 0 ? Words.rows(rows) : "nothing");
        if (rows == 0) {
            html.element("p", "no row was rejected or skipped");
        }
        runs.stream()
                .flatMap(run -> run.rejected().stream())
                .sorted(Comparator.comparingLong(RunReport.Rejected::rows).reversed())
                .limit(2)
                .forEach(each -> html.element(
                        "p",
                        Words.count(each.rows()) + " of " + Words.rows(each.of()) + " by " + each.step()
                                + each.to().map(to -> ", see " + to).orElse(", skipped")));
        html.close("div");
    }

    private void flows() {
        Table table = new Table(html, "Flows in the order they ran", HEADERS);
        Duration most =
                runs.stream().map(RunReport::time).max(Duration::compareTo).orElse(Duration.ZERO);
        for (int i = 0; i < build.flows().size(); i++) {
            FlowResult flow = build.flows().get(i);
            table.row();
            table.cell().element("a", flow.title(), "href", "#flow-" + (i + 1));
            table.endCell();
            Badge.write(table.cell(), flow);
            table.endCell();
            flow.run().ifPresentOrElse(run -> numbers(table, run, most), () -> unknown(table));
            table.endRow();
        }
        table.end();
    }

    private void numbers(Table table, RunReport run, Duration most) {
        double part = most.isZero() ? 0 : 100.0 * run.time().toNanos() / most.toNanos();
        table.cell().text(Words.time(run.time()));
        html.open("span", "class", "bar").open("span", "style", "width:" + Picture.number(part) + "%");
        html.close("span").close("span");
        table.endCell();
        table.cell(Words.count(read(run)));
        table.cell(Words.count(
                run.outputs().stream().mapToLong(RunReport.Output::rows).sum()));
        table.cell().element("span", Words.count(run.lost()), "class", run.lost() > 0 ? "lost" : "none");
        table.endCell();
    }

    private static long read(RunReport run) {
        return run.tasks().stream()
                .filter(task -> run.stages().get(task.stage()).from().isEmpty())
                .mapToLong(TaskReport::rowsIn)
                .sum();
    }

    private static void unknown(Table table) {
        for (int i = 0; i < 4; i++) {
            table.cell(Words.UNKNOWN);
        }
    }
}

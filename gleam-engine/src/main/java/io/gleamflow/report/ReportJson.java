package io.gleamflow.report;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Param;
import io.gleamflow.problem.Failure;
import java.time.Duration;
import java.util.List;

/** A report for programs; docs/report.md says what stands in it, and only more may come to stand there. */
final class ReportJson {

    /** Rises when something changes its meaning. */
    private static final int VERSION = 1;

    private static final String TIME = "milliseconds";

    private final JsonWriter json;

    private ReportJson(JsonWriter json) {
        this.json = json;
    }

    static String of(BuildReport build) {
        ReportJson report = new ReportJson(new JsonWriter(build.secrets()::hidden));
        report.json.object();
        report.json.number("version", VERSION);
        report.json.text("project", build.project());
        report.json.text("written", build.written().toString());
        report.json.array("flows");
        build.flows().forEach(report::flow);
        report.json.endArray().endObject();
        return report.json.toString();
    }

    private void flow(FlowResult result) {
        json.object();
        json.text("name", result.flow().name());
        json.text("title", result.title());
        json.text("descriptor", result.flow().place().file());
        json.text("state", result.state().words());
        result.reason().ifPresent(reason -> json.text("reason", reason));
        json.array("params");
        result.flow().params().stream()
                .filter(param -> param.place().line() > 0)
                .forEach(this::param);
        json.endArray();
        texts("warnings", result.warnings());
        result.run().ifPresent(run -> run(result.flow(), run));
        json.endObject();
    }

    private void param(Param param) {
        json.object();
        json.text("name", param.name());
        json.text("value", param.secret() ? "***" : param.text());
        json.text("origin", param.origin());
        json.endObject();
    }

    private void run(Flow flow, RunReport run) {
        json.text("started", run.started().toString());
        time(TIME, run.time());
        run.failure().ifPresent(this::failure);
        json.array("inputs");
        run.inputs().forEach(each -> {
            json.object().text("path", each.path()).number("bytes", each.bytes());
            json.number("line", each.step().line()).endObject();
        });
        json.endArray().array("outputs");
        run.outputs().forEach(each -> {
            json.object().text("path", each.path()).number("rows", each.rows());
            json.number("bytes", each.bytes())
                    .number("line", each.step().line())
                    .endObject();
        });
        json.endArray().array("rejected");
        run.rejected().forEach(this::rejected);
        json.endArray().array("datasets");
        datasets(flow, run);
        json.endArray().array("stages");
        run.stages().forEach(stage -> stage(flow, stage));
        json.endArray().array("tasks");
        run.tasks().forEach(this::task);
        json.endArray();
    }

    private void failure(Failure failure) {
        json.object("failure");
        json.text("blame", failure.blame().name());
        json.text("place", failure.place().toString());
        json.text("step", failure.step());
        json.text("message", failure.message());
        texts("details", failure.details());
        json.endObject();
    }

    private void rejected(RunReport.Rejected each) {
        json.object();
        json.text("step", each.step()).text("place", each.place().toString());
        json.number("rows", each.rows()).number("of", each.of()).text("first", each.first());
        each.to().ifPresent(to -> json.text("to", to));
        each.limit().ifPresent(limit -> json.text("limit", limit));
        json.endObject();
    }

    private void datasets(Flow flow, RunReport run) {
        StepRows rows = StepRows.of(flow, run);
        flow.datasets().forEach(dataset -> {
            json.object().text("name", dataset.name());
            json.array("steps");
            dataset.steps().forEach(step -> {
                json.object().text("title", step.head().title());
                json.number("line", step.head().place().line());
                rows.into(step).ifPresent(count -> json.number("rowsIn", count));
                rows.outOf(step).ifPresent(count -> json.number("rows", count));
                rows.partners(step)
                        .ifPresent(some -> json.object("partners")
                                .number("paired", some.paired())
                                .number("left", some.left())
                                .number("right", some.right())
                                .endObject());
                json.endObject();
            });
            json.endArray().endObject();
        });
    }

    private void stage(Flow flow, StageReport stage) {
        json.object();
        json.number("number", stage.number() + 1);
        json.text("title", stage.title()).text("runs", stage.runs());
        json.array("from");
        stage.from().forEach(number -> json.number(number + 1));
        json.endArray();
        texts("datasets", StepNames.datasets(flow, stage));
        json.endObject();
    }

    private void task(TaskReport task) {
        json.object();
        json.number("stage", task.stage() + 1).number("shard", task.shard());
        if (task.pid() != 0) {
            json.number("pid", task.pid());
        }
        json.text("status", task.status().word());
        task.exit().ifPresent(exit -> json.text("exit", exit));
        json.number("attempts", task.attempts());
        task.start().ifPresent(start -> time("start", start));
        time(TIME, task.time());
        task.use().cpu().ifPresent(cpu -> time("cpu", cpu));
        task.use().peakMemory().ifPresent(most -> json.number("peakMemory", most));
        json.number("spilled", task.use().spilled());
        json.number("rowsIn", task.rowsIn()).number("rowsOut", task.rowsOut());
        json.number("bytesIn", task.in().bytes()).number("bytesOut", task.out().bytes());
        json.number("errors", task.errors());
        json.array("steps");
        task.steps().forEach(this::step);
        json.endArray().endObject();
    }

    private void step(StepCount step) {
        json.object().number("line", step.step().line());
        step.in().ifPresent(count -> json.number("rowsIn", count));
        step.out().ifPresent(count -> json.number("rowsOut", count));
        json.endObject();
    }

    private void time(String name, Duration time) {
        json.number(name, time.toMillis());
    }

    private void texts(String name, List<String> texts) {
        json.array(name);
        texts.forEach(json::text);
        json.endArray();
    }
}

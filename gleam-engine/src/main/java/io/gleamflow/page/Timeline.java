package io.gleamflow.page;

import io.gleamflow.report.RunReport;
import io.gleamflow.report.StageReport;
import io.gleamflow.report.TaskReport;
import java.time.Duration;
import java.util.List;

/** When each task was at work: a stage is a row, and a shard of it a bar. */
final class Timeline {

    private static final int WIDTH = 1000;
    private static final int MOST_HEIGHT = 120;

    private final Html html;
    private final RunReport run;

    Timeline(Html html, RunReport run) {
        this.html = html;
        this.run = run;
    }

    void draw() {
        html.open("div", "class", "timeline");
        html.open("div", "class", "axis").element("span", "0");
        html.element("span", Words.time(run.time())).close("div");
        run.stages().forEach(this::stage);
        html.close("div");
    }

    private void stage(StageReport stage) {
        List<TaskReport> tasks = run.tasks().stream()
                .filter(task -> task.stage() == stage.number())
                .toList();
        html.open("div", "class", "stage");
        html.open("p").element("span", (stage.number() + 1) + ". " + stage.title(), "class", "name");
        html.element("span", longest(tasks), "class", "long").close("p");
        bars(tasks);
        html.close("div");
    }

    private static String longest(List<TaskReport> tasks) {
        Duration most =
                tasks.stream().map(TaskReport::time).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean began = tasks.stream().anyMatch(task -> task.start().isPresent());
        String shards = tasks.size() == 1 ? "" : Words.things(tasks.size(), "shard") + ", up to ";
        return began ? shards + Words.time(most) : "did not begin";
    }

    private void bars(List<TaskReport> tasks) {
        double each = Math.max(1.0, Math.min(10.0, (double) MOST_HEIGHT / tasks.size()));
        double height = each * tasks.size();
        html.open(
                "svg",
                "class",
                "bars",
                "role",
                "img",
                "aria-label",
                "bars of the shards",
                "viewBox",
                "0 0 " + WIDTH + " " + Picture.number(height),
                "preserveAspectRatio",
                "none",
                "style",
                "height:" + Picture.number(Math.max(10, height)) + "px");
        double all = Math.max(1, run.time().toNanos());
        for (int i = 0; i < tasks.size(); i++) {
            TaskReport task = tasks.get(i);
            if (task.start().isPresent()) {
                double from = WIDTH * Math.min(1, task.start().get().toNanos() / all);
                double length = Math.max(3, WIDTH * task.time().toNanos() / all);
                html.open(
                        "rect",
                        "class",
                        task.status().word(),
                        "x",
                        Picture.number(Math.min(from, WIDTH - 3)),
                        "y",
                        Picture.number(i * each),
                        "width",
                        Picture.number(Math.max(3, Math.min(length, WIDTH - from))),
                        "height",
                        Picture.number(Math.max(0.8, each - 1)));
            }
        }
        html.close("svg");
    }
}

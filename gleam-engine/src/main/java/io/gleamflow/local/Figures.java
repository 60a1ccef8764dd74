package io.gleamflow.local;

import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.SourceFile;
import io.gleamflow.plan.Stage;
import io.gleamflow.report.TaskReport;
import io.gleamflow.run.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What all tasks of a run have done so far. */
final class Figures {

    private final List<List<TaskFigures>> stages = new ArrayList<>();
    private final List<TaskFigures> sources = new ArrayList<>();
    private final long ofBytes;
    private final long start;

    /**
     * @param start of the run, as {@code System.nanoTime} has it
     */
    Figures(Plan plan, long start) {
        this.start = start;
        long files = 0;
        for (Stage stage : plan.stages()) {
            List<TaskFigures> shards = new ArrayList<>();
            for (int shard = 0; shard < stage.shards(); shard++) {
                shards.add(new TaskFigures(stage, shard));
            }
            stages.add(List.copyOf(shards));
            if (Input.stages(stage.input()).isEmpty() && !(stage.input() instanceof Input.Rejected)) {
                sources.addAll(shards);
                for (SourceFile file : Input.files(stage.input())) {
                    files += file.size();
                }
            }
        }
        this.ofBytes = files;
    }

    TaskFigures of(int stage, int shard) {
        return stages.get(stage).get(shard);
    }

    Progress progress() {
        long rows = 0;
        long bytes = 0;
        for (TaskFigures task : sources) {
            rows += task.in().rows();
            bytes += Input.files(task.stage().input()).isEmpty() ? 0 : task.in().bytes();
        }
        return new Progress(rows, bytes, ofBytes, Duration.ofNanos(System.nanoTime() - start));
    }

    /** In the order of stages and shards. */
    List<TaskReport> report() {
        List<TaskReport> reports = new ArrayList<>();
        for (List<TaskFigures> shards : stages) {
            for (TaskFigures task : shards) {
                reports.add(task.report(start));
            }
        }
        return List.copyOf(reports);
    }
}

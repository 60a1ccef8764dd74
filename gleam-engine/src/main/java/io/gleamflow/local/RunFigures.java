package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.Head;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.PlanPrinter;
import io.gleamflow.plan.SourceFile;
import io.gleamflow.plan.Stage;
import io.gleamflow.problem.Failure;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.StageReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the report of a run, which may be asked for at any time. */
final class RunFigures {

    private final Flow flow;
    private final Plan plan;
    private final Path base;
    private final Figures tasks;
    private final long start;
    private final Instant started;

    /**
     * @param base what the paths of files are shown relative to
     * @param start of the run, as {@code System.nanoTime} has it
     */
    RunFigures(Flow flow, Plan plan, Path base, long start) {
        this.flow = flow;
        this.plan = plan;
        this.base = base;
        this.start = start;
        this.started = Instant.now().minusNanos(System.nanoTime() - start);
        this.tasks = new Figures(plan, start);
    }

    Figures tasks() {
        return tasks;
    }

    /** For work that is no task's. */
    TaskFigures ofRun() {
        return new TaskFigures(plan.stages().get(0), 0);
    }

    RunReport report(List<RunReport.Output> outputs, List<RunReport.Rejected> rejected, Optional<Failure> failure) {
        List<StageReport> stages = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            stages.add(stage(stage));
        }
        return new RunReport(
                flow.name(),
                started,
                Duration.ofNanos(System.nanoTime() - start),
                inputs(),
                outputs,
                rejected,
                stages,
                tasks.report(),
                failure);
    }

    private List<RunReport.Input> inputs() {
        List<RunReport.Input> all = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            Optional<Head> source = stage.source();
            Place step = source.isPresent() ? source.get().place() : flow.place();
            for (SourceFile file : Input.files(stage.input())) {
                Path path = Path.of(file.path());
                String shown = (path.startsWith(base) ? base.relativize(path) : path).toString();
                all.add(new RunReport.Input(shown, file.size(), step));
            }
        }
        return all;
    }

    private static StageReport stage(Stage stage) {
        Optional<Head> source = stage.source();
        Set<Place> steps = new LinkedHashSet<>();
        for (Head head : stage.heads()) {
            steps.add(head.place());
        }
        return new StageReport(
                stage.number(),
                stage.title(),
                PlanPrinter.runs(stage),
                Input.stages(stage.input()),
                source.isPresent() ? List.of(source.get().place()) : List.of(),
                List.copyOf(steps));
    }
}

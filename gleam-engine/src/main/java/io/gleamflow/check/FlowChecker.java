package io.gleamflow.check;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.problem.Problem;
import io.gleamflow.problem.Problems;
import java.util.List;

/** Checks flows that have been read: the only way in. */
public final class FlowChecker {

    private FlowChecker() {}

    /**
     * Notes everything that is wrong with a flow: errors when it must not run, warnings when it may. Runs nothing and
     * writes nothing. A flow that was read with errors may be checked as well: what is not known is not complained of.
     */
    public static void check(Flow flow, ProjectFiles files, Problems problems) {
        Scripts scripts = new Scripts(flow, problems);
        scripts.checkFunctions();
        PathsCheck paths = new PathsCheck(files, problems);
        for (Dataset dataset : flow.datasets()) {
            order(dataset.steps(), problems);
            Scope scope = Scope.START;
            for (Step step : dataset.steps()) {
                boolean understood = step.accept(new StepCheck(scope, scripts, problems));
                paths.check(step);
                scope = scope.after(step, understood);
                AfterCheck.check(step, scope, problems);
            }
        }
    }

    /** Rows come from the first step and must get somewhere. */
    private static void order(List<Step> steps, Problems problems) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i == 0 && !isSource(step)) {
                problems.add(Problem.error(
                                step.head().place(),
                                "a flow begins with `read` or `rows`, not with `"
                                        + step.head().verb() + "`")
                        .hint("rows must come from somewhere"));
            } else if (i > 0 && isSource(step)) {
                problems.add(
                        Problem.error(step.head().place(), "`" + step.head().verb() + "` is the first step or none")
                                .hint("the rows here are those of the step before"));
            }
        }
        if (!steps.isEmpty()) {
            Step last = steps.get(steps.size() - 1);
            if (!isEnd(last) && !Scope.isUnread(last)) {
                problems.add(Problem.warning(
                                last.head().place(),
                                "the rows of `" + last.head().title() + "` go nowhere")
                        .hint("end with `write` or `print`"));
            }
        }
    }

    private static boolean isSource(Step step) {
        return step instanceof SourceStep.Read || step instanceof SourceStep.Count || step instanceof SourceStep.Rows;
    }

    /** What has effects outside of the flow; a shell step nearly always has, at the end. */
    private static boolean isEnd(Step step) {
        return step instanceof EndStep.Write
                || step instanceof EndStep.Print
                || step instanceof RowStep.ForEach
                || step instanceof ProgramStep.Pipe
                || step instanceof ProgramStep.PipeAsArgs;
    }
}

package io.gleamflow.maven;

import io.gleamflow.flow.TestCase;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What {@code gleam:validate}, {@code gleam:test} and {@code gleam:run} do with flows, one goal after the other. A flow that
 * one goes wrong with is left out of the next.
 *
 * @param goals to do
 * @param isRun whether a flow is one that runs; the others are data for tests
 * @param tests picks tests
 * @param ignoresFailedTests whether a flow runs though its tests fail
 */
record WatchGoals(
        Log log,
        Set<Goal> goals,
        Predicate<FlowFile> isRun,
        TestSelection tests,
        TestRun testing,
        boolean ignoresFailedTests,
        Running running)
        implements WatchRound.Goals {

    /** Goals that may be watched. */
    enum Goal {
        VALIDATE,
        TEST,
        RUN
    }

    /** What a goal that runs flows has for this. */
    interface Running {

        /** Runs them, and returns those that have failed. */
        Set<FlowFile> of(List<LoadedFlows.Entry> flows, Complaints complaints)
                throws MojoExecutionException, MojoFailureException, InterruptedException;

        /** What is known of flows that are gone. */
        void forget(List<FlowFile> gone);

        /** When flows of the directory are gone, and all others are well. */
        void removeOutputsOfGoneFlows() throws MojoExecutionException, InterruptedException;
    }

    WatchGoals {
        goals = Set.copyOf(goals);
    }

    /** The goals that words name. */
    static Set<Goal> goals(List<String> words) throws MojoFailureException {
        Set<Goal> goals = EnumSet.noneOf(Goal.class);
        for (String word : words) {
            goals.add(Choice.of(Goal.class, "gleam.watch.goals", word));
        }
        return goals;
    }

    @Override
    public Set<FlowFile> of(LoadedFlows loaded, List<FlowFile> flows, Complaints complaints, boolean isAll)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        if (isAll) {
            loaded.unknownParams(testing.workspace().params()).forEach(complaints::warn);
        }
        if (goals.contains(Goal.VALIDATE)) {
            log.info(loaded.valid());
        }
        Set<FlowFile> failed = new HashSet<>();
        if (goals.contains(Goal.TEST)) {
            failed.addAll(test(loaded, flows, isAll));
        }
        if (goals.contains(Goal.RUN)) {
            List<LoadedFlows.Entry> running = loaded.inOrder(testing.workspace(), complaints).stream()
                    .filter(entry -> isRun.test(entry.file()))
                    .filter(entry -> ignoresFailedTests || !failed.contains(entry.file()))
                    .toList();
            if (!running.isEmpty()) {
                failed.addAll(this.running.of(running, complaints));
            }
        }
        return failed;
    }

    private Set<FlowFile> test(LoadedFlows loaded, List<FlowFile> flows, boolean isAll)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        Map<FlowFile, List<TestCase>> selected = TestRun.selected(tests, flows, loaded);
        if (isAll && loaded.isComplete()) {
            tests.refuseUnknown(TestRun.all(flows, loaded));
        }
        // one may have lost its tests
        testing.covered()
                .forget(flows.stream()
                        .filter(flow -> !selected.containsKey(flow))
                        .toList());
        if (selected.isEmpty()) {
            log.info("no tests in " + FlowFile.names(flows));
            return Set.of();
        }
        return testing.of(loaded, selected).failed();
    }

    /** Each round is as a build. */
    @Override
    public void begin() {
        testing.workspace().lock().beginAgain();
    }

    @Override
    public void forget(List<FlowFile> gone) {
        testing.covered().forget(gone);
        running.forget(gone);
    }

    @Override
    public void whenAllIsWell() throws MojoExecutionException, InterruptedException {
        if (goals.contains(Goal.RUN)) {
            running.removeOutputsOfGoneFlows();
        }
    }
}

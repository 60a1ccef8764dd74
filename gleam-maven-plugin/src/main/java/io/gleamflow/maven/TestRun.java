package io.gleamflow.maven;

import io.gleamflow.TestBench;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.TestCase;
import io.gleamflow.testing.Coverage;
import io.gleamflow.testing.JUnitReport;
import io.gleamflow.testing.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs tests of flows and shows how they went.
 *
 * @param titles what messages call flows
 * @param reports where the XML goes
 * @param coverage whether to show what no test has reached
 * @param covered what tests have reached so far, and what these do
 * @param update whether to write what came out in the place of what was expected
 */
record TestRun(
        Log log,
        Workspace workspace,
        Function<FlowFile, String> titles,
        Path reports,
        boolean coverage,
        Covered covered,
        boolean update,
        Tuning tuning) {

    /**
     * How it went.
     *
     * @param lines that were shown
     * @param failed the flows with a test that did
     * @param rewritten whether all expectations that did not hold have been replaced
     */
    record Result(TestLines lines, Set<FlowFile> failed, boolean rewritten) {
        Result {
            failed = Set.copyOf(failed);
        }
    }

    /** Where reports go. */
    static Path reports(Path directory, Workspace workspace) {
        return Workspace.isLeftOpen(directory.toString())
                ? workspace.buildDirectory().resolve("surefire-reports")
                : directory;
    }

    /** Those that a selection picks, without flows that have none. */
    static Map<FlowFile, List<TestCase>> selected(TestSelection selection, List<FlowFile> chosen, LoadedFlows loaded) {
        Map<FlowFile, List<TestCase>> selected = new LinkedHashMap<>();
        all(chosen, loaded).forEach((file, tests) -> {
            List<TestCase> some = tests.stream()
                    .filter(each -> selection.picks(file.name(), each.name()))
                    .toList();
            if (!some.isEmpty()) {
                selected.put(file, some);
            }
        });
        return selected;
    }

    /** All there are, without flows that have none. */
    static Map<FlowFile, List<TestCase>> all(List<FlowFile> chosen, LoadedFlows loaded) {
        Map<FlowFile, List<TestCase>> all = new LinkedHashMap<>();
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null && !flow.tests().isEmpty()) {
                all.put(file, flow.tests());
            }
        }
        return all;
    }

    Result of(LoadedFlows loaded, Map<FlowFile, List<TestCase>> tests)
            throws MojoExecutionException, InterruptedException {
        TestLines lines = new TestLines(log, workspace.baseDirectory());
        Set<FlowFile> failed = new HashSet<>();
        boolean rewritten = update;
        int width = tests.keySet().stream()
                .mapToInt(file -> titles.apply(file).length())
                .max()
                .orElse(1);
        for (Map.Entry<FlowFile, List<TestCase>> entry : tests.entrySet()) {
            FlowFile file = entry.getKey();
            Flow flow = loaded.flow(file);
            if (flow != null) {
                List<TestOutcome> outcomes = outcomes(file, flow, entry.getValue());
                report(file, outcomes);
                // some of the tests tell little of what all reach
                boolean all = outcomes.size() == flow.tests().size();
                Coverage reached = coverage && all ? Coverage.of(flow, outcomes) : null;
                lines.show(titles.apply(file), width, outcomes, reached);
                if (reached != null) {
                    covered.put(file, reached);
                }
                if (outcomes.stream().anyMatch(each -> !each.isPassed())) {
                    failed.add(file);
                }
                if (update) {
                    rewritten &= new ExpectationUpdates(log, workspace).write(file, outcomes);
                }
            }
        }
        lines.end();
        covered.write(workspace.buildDirectory().resolve("gleam"));
        return new Result(lines, failed, rewritten);
    }

    private List<TestOutcome> outcomes(FlowFile file, Flow flow, List<TestCase> tests)
            throws MojoExecutionException, InterruptedException {
        List<TestOutcome> outcomes = new ArrayList<>();
        try (TestBench bench = workspace.engineFor(file.name()).bench(tuning)) {
            for (TestCase each : tests) {
                outcomes.add(bench.run(file.path(), flow, each));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot run the tests of " + file.name() + ": " + e, e);
        }
        return outcomes;
    }

    private void report(FlowFile file, List<TestOutcome> outcomes) throws MojoExecutionException {
        try {
            JUnitReport.write(reports, file.name(), outcomes);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + JUnitReport.file(reports, file.name()) + ": " + e, e);
        }
    }
}

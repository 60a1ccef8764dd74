package io.gleamflow.maven;

import io.gleamflow.TestBench;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.TestCase;
import io.gleamflow.testing.Coverage;
import io.gleamflow.testing.CoverageFiles;
import io.gleamflow.testing.JUnitReport;
import io.gleamflow.testing.TestOutcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tests that descriptors have, with the rows they give and not with real ones, and shows what is other than expected.
 * Writes nothing but reports.
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true, requiresProject = false)
public final class TestMojo extends GleamMojo {

    /** Where the descriptors of flows for tests are; their tests run too. */
    @Parameter(property = "gleam.testSourceDirectory", defaultValue = "${basedir}/src/test/gleam")
    private File testSourceDirectory;

    /** Which tests to run: {@code flow}, {@code flow#name}, or patterns such as {@code order*#*customer*}. */
    @Parameter(property = "gleam.test")
    private @Nullable String test;

    /** Where the XML reports go, as those of Surefire do. */
    @Parameter(property = "gleam.reportsDirectory", defaultValue = "${project.build.directory}/surefire-reports")
    private File reportsDirectory;

    /** Whether a test that fails is shown, and fails nothing. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean testFailureIgnore;

    /** Whether to run no tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Whether to run no tests, as Maven has it. */
    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean mavenTestSkip;

    /** Writes what came out into the descriptors, in the place of what was expected. */
    @Parameter(property = "gleam.update", defaultValue = "false")
    private boolean update;

    /** Whether to show which steps no test has reached, and which ways of rows; all of it is in target/gleam/coverage.txt. */
    @Parameter(property = "gleam.coverage", defaultValue = "true")
    private boolean coverage;

    /** Whether it is an error that there are no tests. */
    @Parameter(property = "gleam.failIfNoTests", defaultValue = "false")
    private boolean failIfNoTests;

    /** Into how many shards data is divided; never changes results, unless a reduce function is not associative. */
    @Parameter(property = "gleam.partitions", defaultValue = "2")
    private Integer partitions;

    @Override
    List<Path> sourceDirectories() {
        return List.of(super.sourceDirectories().get(0), testSourceDirectory.toPath());
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        if (skipTests || mavenTestSkip) {
            getLog().info("tests are skipped");
            return;
        }
        Tuning tuning = TuningParameters.of(partitions, null, null);
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        if (complaints.errors() > 0) {
            throw complaints.failure();
        }
        Map<FlowFile, List<TestCase>> tests = selected(chosen, loaded);
        if (tests.isEmpty()) {
            if (failIfNoTests) {
                throw new MojoFailureException(
                        "there are no tests in the flows " + names(chosen) + " (gleam.failIfNoTests)");
            }
            getLog().info("no tests in " + names(chosen));
            return;
        }
        run(workspace, loaded, tests, tuning);
    }

    private static String names(List<FlowFile> files) {
        return String.join(", ", files.stream().map(FlowFile::name).toList());
    }

    /** Those of each flow that are to run, without flows that have none. */
    private Map<FlowFile, List<TestCase>> selected(List<FlowFile> chosen, LoadedFlows loaded)
            throws MojoFailureException {
        TestSelection selection = new TestSelection(test);
        Map<FlowFile, List<TestCase>> all = new LinkedHashMap<>();
        Map<FlowFile, List<TestCase>> selected = new LinkedHashMap<>();
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null && !flow.tests().isEmpty()) {
                all.put(file, flow.tests());
                List<TestCase> some = flow.tests().stream()
                        .filter(each -> selection.picks(file.name(), each.name()))
                        .toList();
                if (!some.isEmpty()) {
                    selected.put(file, some);
                }
            }
        }
        selection.refuseUnknown(all);
        return selected;
    }

    private void run(Workspace workspace, LoadedFlows loaded, Map<FlowFile, List<TestCase>> tests, Tuning tuning)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        TestLines lines = new TestLines(getLog(), workspace.baseDirectory());
        boolean rewritten = update;
        List<Coverage> covered = new ArrayList<>();
        int width = tests.keySet().stream()
                .mapToInt(file -> title(file).length())
                .max()
                .orElse(1);
        for (Map.Entry<FlowFile, List<TestCase>> entry : tests.entrySet()) {
            FlowFile file = entry.getKey();
            Flow flow = loaded.flow(file);
            if (flow != null) {
                List<TestOutcome> outcomes = outcomes(workspace, file, flow, entry.getValue(), tuning);
                report(workspace, file, outcomes);
                // some of the tests tell little of what all reach
                boolean all = outcomes.size() == flow.tests().size();
                Coverage reached = coverage && all ? Coverage.of(flow, outcomes) : null;
                lines.show(title(file), width, outcomes, reached);
                if (reached != null) {
                    covered.add(reached);
                }
                if (update) {
                    rewritten &= new ExpectationUpdates(getLog(), workspace).write(file, outcomes);
                }
            }
        }
        lines.end();
        write(workspace, covered);
        if (lines.failed() > 0 && !rewritten) {
            if (!testFailureIgnore) {
                throw new MojoFailureException(lines.failure());
            }
            getLog().error(lines.failure());
        }
    }

    private static void write(Workspace workspace, List<Coverage> covered) throws MojoExecutionException {
        Path directory = workspace.buildDirectory().resolve("gleam");
        try {
            if (!covered.isEmpty()) {
                CoverageFiles.write(directory, covered);
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + directory.resolve(CoverageFiles.TEXT) + ": " + e, e);
        }
    }

    private static List<TestOutcome> outcomes(
            Workspace workspace, FlowFile file, Flow flow, List<TestCase> tests, Tuning tuning)
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

    private void report(Workspace workspace, FlowFile file, List<TestOutcome> outcomes) throws MojoExecutionException {
        Path directory = reportsDirectory.toString().contains("${")
                ? workspace.buildDirectory().resolve("surefire-reports")
                : reportsDirectory.toPath();
        try {
            JUnitReport.write(directory, file.name(), outcomes);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + JUnitReport.file(directory, file.name()) + ": " + e, e);
        }
    }
}

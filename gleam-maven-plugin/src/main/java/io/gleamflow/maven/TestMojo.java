package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.TestCase;
import java.io.File;
import java.nio.file.Path;
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
        return sourceDirectoriesWith(testSourceDirectory);
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
        TestSelection selection = new TestSelection(test);
        Map<FlowFile, List<TestCase>> tests = TestRun.selected(selection, chosen, loaded);
        selection.refuseUnknown(TestRun.all(chosen, loaded));
        if (tests.isEmpty()) {
            if (failIfNoTests) {
                throw new MojoFailureException(
                        "there are no tests in the flows " + FlowFile.names(chosen) + " (gleam.failIfNoTests)");
            }
            getLog().info("no tests in " + FlowFile.names(chosen));
            return;
        }
        Path reports = TestRun.reports(reportsDirectory.toPath(), workspace);
        tell(new TestRun(getLog(), workspace, this::title, reports, coverage, new Covered(), update, tuning)
                .of(loaded, tests));
    }

    private void tell(TestRun.Result result) throws MojoFailureException {
        TestLines lines = result.lines();
        if (lines.failed() > 0 && !result.rewritten()) {
            if (!testFailureIgnore) {
                throw new MojoFailureException(lines.failure());
            }
            getLog().error(lines.failure());
        }
    }
}

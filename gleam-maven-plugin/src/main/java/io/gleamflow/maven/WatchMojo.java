package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.TimeSpan;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks, tests and runs flows, and does so again for those whose descriptor, Lua or inputs have changed, until it is ended.
 * What is wrong is told, and ends nothing.
 */
@Mojo(name = "watch", threadSafe = true, requiresProject = false)
public final class WatchMojo extends RunningMojo {

    /** What is done when something has changed: {@code validate}, {@code test}, {@code run}, or some of these. */
    @Parameter(property = "gleam.watch.goals", defaultValue = "validate,test,run")
    private List<String> goals;

    /** How long to wait before it looks again, such as {@code 500ms}. */
    @Parameter(property = "gleam.watch.interval", defaultValue = "500ms")
    private String interval;

    /** A file that ends the watch, well, as soon as it is there; without it, only who interrupts Maven does. */
    @Parameter(property = "gleam.watch.until")
    private @Nullable File until;

    /** Where the descriptors of flows for tests are; they are checked and tested, and do not run. */
    @Parameter(property = "gleam.testSourceDirectory", defaultValue = "${basedir}/src/test/gleam")
    private File testSourceDirectory;

    /** Which tests to run: {@code flow}, {@code flow#name}, or patterns such as {@code order*#*customer*}. */
    @Parameter(property = "gleam.test")
    private @Nullable String test;

    /** Where the XML reports of tests go, as those of Surefire do. */
    @Parameter(property = "gleam.reportsDirectory", defaultValue = "${project.build.directory}/surefire-reports")
    private File reportsDirectory;

    /** Whether a flow runs though a test of it fails. */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean testFailureIgnore;

    /** Whether to run no tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Whether to run no tests, as Maven has it. */
    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean mavenTestSkip;

    /** Whether to show which steps no test has reached. */
    @Parameter(property = "gleam.coverage", defaultValue = "true")
    private boolean coverage;

    @Override
    List<Path> sourceDirectories() {
        return sourceDirectoriesWith(testSourceDirectory);
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        Complaints complaints = complaints(workspace);
        Watch.Ticks ticks = new Pauses(pause(), Optional.ofNullable(until).map(File::toPath));
        WatchedFlows watched = new WatchedFlows(workspace);
        WatchRound round = new WatchRound(getLog(), watched, work(workspace), () -> complaints(workspace));
        if (!isAlone()) {
            getLog().warn("modules behind " + project().getArtifactId()
                    + " wait until the watch is ended; watch one alone with -pl");
        }
        if (!chosen.isEmpty()) {
            recover(workspace, chosen, complaints);
        }
        new Watch(getLog(), this::chosenNow, watched, round, System::nanoTime, end(workspace)).during(ticks, chosen);
    }

    /** The first flow of a project may come later; in a reactor other modules have some. */
    @Override
    void executeWithoutFlows(Workspace workspace)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        if (isAlone()) {
            execute(workspace, List.of());
        }
    }

    private String end(Workspace workspace) {
        return until == null ? "Ctrl-C ends it" : "Ctrl-C or the file " + workspace.shown(until.toPath()) + " ends it";
    }

    private Duration pause() throws MojoFailureException {
        return TimeSpan.parse(interval)
                .filter(time -> !time.isZero())
                .orElseThrow(() -> new MojoFailureException(
                        "gleam.watch.interval is " + interval + "; write a time such as 500ms"));
    }

    private WatchGoals work(Workspace workspace) throws MojoFailureException {
        Set<WatchGoals.Goal> wanted = WatchGoals.goals(goals);
        if (skipTests || mavenTestSkip) {
            wanted.remove(WatchGoals.Goal.TEST);
        }
        Path reports = TestRun.reports(reportsDirectory.toPath(), workspace);
        TestRun testing =
                new TestRun(getLog(), workspace, this::title, reports, coverage, new Covered(), false, tuningOfTests());
        Path testFlows = testSourceDirectory.toPath();
        return new WatchGoals(
                getLog(),
                wanted,
                flow -> isOfFile() || !flow.path().startsWith(testFlows),
                new TestSelection(test),
                testing,
                testFailureIgnore,
                new Runs(workspace, tuning(), follow()));
    }

    /** As {@code gleam:run} runs them. */
    private final class Runs implements WatchGoals.Running {

        private final Workspace workspace;
        private final Tuning tuning;
        private final ProgressChoice follow;

        Runs(Workspace workspace, Tuning tuning, ProgressChoice follow) {
            this.workspace = workspace;
            this.tuning = tuning;
            this.follow = follow;
        }

        @Override
        public Set<FlowFile> of(List<LoadedFlows.Entry> flows, Complaints complaints)
                throws MojoExecutionException, InterruptedException {
            BuildResults results = results();
            int width = width(flows.stream().map(LoadedFlows.Entry::file).toList());
            FlowRun run =
                    new FlowRun(getLog(), workspace, complaints, tuning, false, width, follow, results, markers());
            try {
                run(flows, run, true);
            } finally {
                report(workspace, results);
            }
            return flows.stream()
                    .filter(entry -> results.isFailed(entry.flow()))
                    .map(LoadedFlows.Entry::file)
                    .collect(Collectors.toSet());
        }

        @Override
        public void forget(List<FlowFile> gone) {
            results().forget(gone, workspace.baseDirectory());
        }

        @Override
        public void removeOutputsOfGoneFlows() throws MojoExecutionException, InterruptedException {
            WatchMojo.this.removeOutputsOfGoneFlows(workspace);
        }
    }
}

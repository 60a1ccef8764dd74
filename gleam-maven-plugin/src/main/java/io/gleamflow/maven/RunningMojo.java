package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.freshness.Removed;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals that run flows share. Each flow publishes all of its outputs, or fails and leaves the old ones as they were. */
abstract class RunningMojo extends GleamMojo {

    private static final int PARTITIONS_OF_TESTS = 2;

    /**
     * Into how many shards data is divided, each with processes of its own; without it, the input and the cores decide.
     * Never changes results.
     */
    @Parameter(property = "gleam.partitions")
    private @Nullable Integer partitions;

    /**
     * Memory for rows that are sorted or wait for a later step, such as {@code 256mb}; what does not fit is kept on disk.
     * Without it, 128 MB or a quarter of Maven's heap. Never changes results.
     */
    @Parameter(property = "gleam.memory")
    private @Nullable String memory;

    /** How long each flow may run, such as {@code 10m}; then it fails and leaves its old outputs as they were. */
    @Parameter(property = "gleam.timeout")
    private @Nullable String timeout;

    /**
     * How long each stage of a flow, on each shard, may run of which no step has a {@code timeout}, such as {@code 5m}; then
     * the flow fails and leaves its old outputs as they were.
     */
    @Parameter(property = "gleam.stageTimeout")
    private @Nullable String stageTimeout;

    /**
     * Keeps the directory in which each flow has worked, with scripts, rows that waited and parts of outputs, and says where
     * it is. Values of parameters are in it, also of secret ones, which only its user can read. The next build that runs a
     * flow removes it.
     */
    @Parameter(property = "gleam.keepWork", defaultValue = "false")
    private boolean keepWork;

    /** How many errors, and how many warnings, are shown with their lines; the others are counted. */
    @Parameter(property = "gleam.maxErrors", defaultValue = "100")
    private int maxErrors;

    /** How many flows run at a time; one that reads what another writes runs behind it. */
    @Parameter(property = "gleam.parallel", defaultValue = "1")
    private int parallel;

    /**
     * How a run is followed: {@code auto} draws one line again and again on a terminal, and otherwise logs a line every ten
     * seconds as {@code plain} always does; {@code none} does neither.
     */
    @Parameter(property = "gleam.progress", defaultValue = "auto")
    private String progress;

    /** Whether a page tells what the flows of the module did in this build. */
    @Parameter(property = "gleam.report", defaultValue = "true")
    private boolean report;

    /** Where that page is written to, with the same for programs. */
    @Parameter(property = "gleam.reportDirectory", defaultValue = "${project.build.directory}/gleam/report")
    private String reportDirectory;

    /** How much of the machine a flow may have. */
    final Tuning tuning() throws MojoFailureException {
        if (parallel < 1) {
            throw new MojoFailureException("gleam.parallel is " + parallel + "; it must be 1 or more");
        }
        return TuningParameters.shared(asked(), parallel);
    }

    /** The same for tests, in which given rows are divided so that a wrong reduce function shows. */
    final Tuning tuningOfTests() throws MojoFailureException {
        return TuningParameters.of(partitions == null ? PARTITIONS_OF_TESTS : partitions, null, null);
    }

    /** How to follow a run. */
    final ProgressChoice follow() throws MojoFailureException {
        return progress(progress);
    }

    /** No more complaints are shown than were asked for. */
    final Complaints complaints(Workspace workspace) throws MojoFailureException {
        return new Complaints(getLog(), workspace.baseDirectory()).atMost(maxErrors);
    }

    /** What may be wrong of these parameters, or changes what is said. */
    final List<String> said() {
        return List.of(
                String.valueOf(partitions),
                String.valueOf(memory),
                String.valueOf(timeout),
                String.valueOf(stageTimeout),
                String.valueOf(keepWork),
                String.valueOf(maxErrors),
                String.valueOf(parallel),
                String.valueOf(progress));
    }

    private Tuning asked() throws MojoFailureException {
        Tuning tuning = TuningParameters.of(partitions, memory, timeout);
        return new Tuning(
                tuning.partitions(),
                tuning.memory(),
                tuning.timeout(),
                TuningParameters.time("gleam.stageTimeout", stageTimeout),
                keepWork);
    }

    /** A report that cannot be written fails nothing. */
    final void report(Workspace workspace, BuildResults results) {
        if (!report) {
            return;
        }
        try {
            results.write(workspace.reports(reportDirectory), project().getArtifactId())
                    .ifPresent(page -> getLog().info("  report: " + workspace.shown(page)));
        } catch (IOException | InvalidPathException e) {
            getLog().warn("the report cannot be written: " + e);
        }
    }

    /** @param goesOn whether the others run when one fails */
    final void run(List<LoadedFlows.Entry> flows, FlowRun run, boolean goesOn)
            throws MojoExecutionException, InterruptedException {
        if (parallel > 1) {
            new SideBySide(run, this::title, run.workspace().engineFor("")::reads).of(flows, parallel, goesOn);
            return;
        }
        for (LoadedFlows.Entry entry : flows) {
            if (!run.of(entry, title(entry.file())) && !goesOn) {
                break;
            }
        }
    }

    final int width(List<FlowFile> chosen) {
        return chosen.stream().mapToInt(file -> title(file).length()).max().orElse(1);
    }

    /** Only who runs all flows of a directory knows that one is no more. */
    final void removeOutputsOfGoneFlows(Workspace workspace) throws MojoExecutionException, InterruptedException {
        if (isSelective()) {
            return;
        }
        try {
            for (Path directory : sourceDirectories()) {
                for (Removed gone :
                        workspace.engineFor("").updates().removeOutputsOfGoneFlows(directory, getLog()::info)) {
                    markers().changed(gone.removed());
                    RunLines.removed(gone)
                            .forEach(line -> getLog().info("  " + gone.descriptor() + " is gone: " + line));
                }
            }
        } catch (IOException e) {
            throw new MojoExecutionException("cannot remove outputs of flows that are gone: " + e, e);
        }
    }

    /** Before flows are read, since that looks at data; only when it fails they say what is secret. */
    static void recover(Workspace workspace, List<FlowFile> chosen, Complaints complaints)
            throws MojoExecutionException {
        try {
            workspace.engineFor(chosen.get(0).name()).recover();
        } catch (IOException e) {
            Secrets secrets = LoadedFlows.of(workspace, chosen, complaints).secrets();
            throw new MojoExecutionException(
                    "an earlier run was killed while it published its outputs; finishing that failed: "
                            + secrets.hidden(e.toString()),
                    secrets.hidden(new UncheckedIOException(e)));
        }
    }
}

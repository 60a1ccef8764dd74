package io.gleamflow.maven;

import io.gleamflow.Glance;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Removed;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals that run flows share. Each flow publishes all of its outputs, or fails and leaves the old ones as they were. */
abstract class RunningMojo extends GleamMojo {

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

    /** Whether files that flows write to <code>${out}</code> become resources of the project. */
    @Parameter(property = "gleam.addResources", defaultValue = "true")
    private boolean addResources;

    /** Runs the other flows when one fails, and fails then. */
    @Parameter(property = "gleam.keepGoing", defaultValue = "false")
    private boolean keepGoing;

    /** Whether a flow that fails fails the build. If not, the other flows run, and what went wrong is in the log. */
    @Parameter(property = "gleam.failOnError", defaultValue = "true")
    private boolean failOnError;

    /** Runs flows that are up to date as well. */
    @Parameter(property = "gleam.force", defaultValue = "false")
    private boolean force;

    /** How many flows run at a time; one that reads what another writes runs behind it. */
    @Parameter(property = "gleam.parallel", defaultValue = "1")
    private int parallel;

    /** Says which flows would run and why, and runs none. */
    @Parameter(property = "gleam.dryRun", defaultValue = "false")
    private boolean dryRun;

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

    /** What was made when the goal began, before any flow was read. */
    private Optional<Glance> glance = Optional.empty();

    @Override
    boolean isDone() throws MojoFailureException {
        if (dryRun || markers().areSeen()) {
            return false;
        }
        Workspace workspace = workspace();
        glance = glance(workspace, parameters());
        List<String> titles = force || results().isNews() || glance.isEmpty()
                ? List.of()
                : glance.get().upToDate();
        if (titles.isEmpty()) {
            return false;
        }
        int width = 1;
        for (String title : titles) {
            width = Math.max(width, title.length());
        }
        for (String title : titles) {
            getLog().info(RunLines.upToDate(title, width));
        }
        getLog().debug("known at a glance: no flow was read");
        results().unread(new Skipped(workspace));
        addResources(workspace);
        return true;
    }

    /** Those that may be wrong, or that change what is said. */
    private List<String> parameters() {
        return List.of(
                String.valueOf(partitions),
                String.valueOf(memory),
                String.valueOf(timeout),
                String.valueOf(stageTimeout),
                String.valueOf(keepWork),
                String.valueOf(maxErrors),
                String.valueOf(parallel),
                String.valueOf(progress),
                String.valueOf(keepGoing),
                String.valueOf(failOnError));
    }

    /** Reads flows after all. */
    private final class Skipped implements BuildResults.Unread {

        private final Workspace workspace;

        Skipped(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public void tell(BuildResults results) {
            try {
                Complaints none = new Complaints(getLog(), workspace.baseDirectory());
                for (FlowFile file : chosen()) {
                    Flow flow = LoadedFlows.of(workspace, List.of(file), none).flow(file);
                    if (flow != null) {
                        results.upToDate(flow, title(file));
                    }
                }
            } catch (MojoFailureException gone) {
                getLog().debug(gone);
            }
        }
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory()).atMost(maxErrors);
        try {
            execute(workspace, chosen, complaints);
            markers().replace(chosen, complaints.all(), null);
        } catch (MojoFailureException e) {
            markers().replace(chosen, complaints.all(), e);
            throw e;
        }
    }

    private void execute(Workspace workspace, List<FlowFile> chosen, Complaints complaints)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        if (parallel < 1) {
            throw new MojoFailureException("gleam.parallel is " + parallel + "; it must be 1 or more");
        }
        Tuning tuning = TuningParameters.shared(tuning(), parallel);
        if (!dryRun) {
            recover(workspace, chosen, complaints);
        }
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        loaded.unknownParams(workspace.params()).forEach(complaints::warn);
        if (complaints.errors() > 0 && !goesOn()) {
            complaints.end();
            throw complaints.failure();
        }
        List<LoadedFlows.Entry> flows = loaded.inOrder(workspace, complaints);
        if (dryRun) {
            DryRun dry = new DryRun(getLog(), workspace, force, width(chosen));
            flows.forEach(entry -> dry.of(entry.file().name(), title(entry.file()), entry.flow()));
        } else {
            BuildResults results = results();
            ProgressChoice follow = progress(progress);
            int width = width(chosen);
            FlowRun run =
                    new FlowRun(getLog(), workspace, complaints, tuning, force, width, follow, results, markers());
            try {
                run(flows, run);
            } finally {
                report(workspace, results);
            }
        }
        complaints.end();
        if (complaints.errors() > 0) {
            if (failOnError) {
                throw complaints.failure();
            }
            getLog().warn("the build goes on since gleam.failOnError is false: "
                    + complaints.failure().getMessage());
        } else if (!dryRun) {
            removeOutputsOfGoneFlows(workspace);
            note(flows, complaints);
        }
        addResources(workspace);
    }

    /** What cannot be noted is looked at the next time. */
    private void note(List<LoadedFlows.Entry> entries, Complaints complaints) {
        if (glance.isEmpty() || complaints.warnings() > 0) {
            return;
        }
        List<Flow> flows = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (LoadedFlows.Entry entry : entries) {
            flows.add(entry.flow());
            titles.add(title(entry.file()));
        }
        try {
            glance.get().note(flows, titles, searchedDirectories());
        } catch (IOException e) {
            getLog().debug("not to be known at a glance: " + Secrets.of(flows).hidden(String.valueOf(e.getMessage())));
        }
    }

    private Tuning tuning() throws MojoFailureException {
        Tuning tuning = TuningParameters.of(partitions, memory, timeout);
        return new Tuning(
                tuning.partitions(),
                tuning.memory(),
                tuning.timeout(),
                TuningParameters.time("gleam.stageTimeout", stageTimeout),
                keepWork);
    }

    /** A report that cannot be written fails nothing. */
    private void report(Workspace workspace, BuildResults results) {
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

    private void run(List<LoadedFlows.Entry> flows, FlowRun run) throws MojoExecutionException, InterruptedException {
        if (parallel > 1) {
            new SideBySide(run, this::title, run.workspace().engineFor("")::reads).of(flows, parallel, goesOn());
            return;
        }
        for (LoadedFlows.Entry entry : flows) {
            if (!run.of(entry, title(entry.file())) && !goesOn()) {
                break;
            }
        }
    }

    private boolean goesOn() {
        return keepGoing || !failOnError;
    }

    private int width(List<FlowFile> chosen) {
        return chosen.stream().mapToInt(file -> title(file).length()).max().orElse(1);
    }

    /** When the last flow of a project has gone, there may still be something it wrote. */
    @Override
    void executeWithoutFlows(Workspace workspace) throws MojoExecutionException, InterruptedException {
        if (!dryRun) {
            removeOutputsOfGoneFlows(workspace);
        }
    }

    /** Only who runs all flows of a directory knows that one is no more. */
    private void removeOutputsOfGoneFlows(Workspace workspace) throws MojoExecutionException, InterruptedException {
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
    private static void recover(Workspace workspace, List<FlowFile> chosen, Complaints complaints)
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

    private void addResources(Workspace workspace) {
        if (addResources && project().getFile() != null && Files.isDirectory(workspace.outputDirectory())) {
            String directory = workspace.outputDirectory().toString();
            for (Resource resource : resources()) {
                if (directory.equals(resource.getDirectory())) {
                    return;
                }
            }
            Resource resource = new Resource();
            resource.setDirectory(directory);
            add(resource);
        }
    }

    /** The resources of the project that outputs belong to. */
    abstract List<Resource> resources();

    abstract void add(Resource resource);
}

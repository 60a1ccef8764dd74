package io.gleamflow.maven;

import io.gleamflow.Standstill;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What goals share that run flows once, so that their outputs are resources of the project. */
abstract class ResourcesMojo extends RunningMojo {

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

    /** Says which flows would run and why, and runs none. */
    @Parameter(property = "gleam.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** What was made when the goal began, before any flow was read. */
    private Optional<Standstill> standstill = Optional.empty();

    @Override
    boolean isDone() throws MojoFailureException {
        if (dryRun || markers().areSeen()) {
            return false;
        }
        Workspace workspace = workspace();
        standstill = standstill(workspace, parameters());
        List<String> titles = force || results().isNews() || standstill.isEmpty()
                ? List.of()
                : standstill.get().upToDate();
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

    private List<String> parameters() {
        List<String> parameters = new ArrayList<>(said());
        parameters.add(String.valueOf(keepGoing));
        parameters.add(String.valueOf(failOnError));
        return parameters;
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
                for (FlowFile file : chosenNow()) {
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
        Complaints complaints = complaints(workspace);
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
        Tuning tuning = tuning();
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
            int width = width(chosen);
            FlowRun run =
                    new FlowRun(getLog(), workspace, complaints, tuning, force, width, follow(), results, markers());
            try {
                run(flows, run, goesOn());
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
        if (standstill.isEmpty() || complaints.warnings() > 0) {
            return;
        }
        List<Flow> flows = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (LoadedFlows.Entry entry : entries) {
            flows.add(entry.flow());
            titles.add(title(entry.file()));
        }
        try {
            standstill.get().note(flows, titles, searchedDirectories());
        } catch (IOException e) {
            getLog().debug("not to be known at a glance: " + Secrets.of(flows).hidden(String.valueOf(e.getMessage())));
        }
    }

    private boolean goesOn() {
        return keepGoing || !failOnError;
    }

    /** When the last flow of a project has gone, there may still be something it wrote, and marks where it was wrong. */
    @Override
    void executeWithoutFlows(Workspace workspace) throws MojoExecutionException, InterruptedException {
        markers().replace(List.of(), List.of(), null);
        if (!dryRun) {
            removeOutputsOfGoneFlows(workspace);
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

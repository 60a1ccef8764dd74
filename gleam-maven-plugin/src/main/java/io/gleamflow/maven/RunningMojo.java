package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.report.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals that run flows share. Each flow publishes all of its outputs, or fails the build and leaves the old ones as they were. */
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

    /** Whether files that flows write to <code>${out}</code> become resources of the project. */
    @Parameter(property = "gleam.addResources", defaultValue = "true")
    private boolean addResources;

    /** Runs the other flows when one fails, and fails then. */
    @Parameter(property = "gleam.keepGoing", defaultValue = "false")
    private boolean keepGoing;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        Tuning tuning = TuningParameters.of(partitions, memory, timeout);
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        recover(workspace, chosen, complaints);
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        loaded.unknownParams(workspace.params()).forEach(complaints::warn);
        if (complaints.errors() > 0 && !keepGoing) {
            throw complaints.failure();
        }
        int width = chosen.stream().mapToInt(file -> title(file).length()).max().orElse(1);
        FlowRun run = new FlowRun(getLog(), workspace, complaints, tuning, width);
        for (LoadedFlows.Entry entry : loaded.inOrder(workspace, complaints)) {
            FlowFile file = entry.file();
            if (!run.of(file.name(), title(file), entry.flow()) && !keepGoing) {
                break;
            }
        }
        if (complaints.errors() > 0) {
            throw complaints.failure();
        }
        addResources(workspace);
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
            boolean known = resources().stream().anyMatch(resource -> directory.equals(resource.getDirectory()));
            if (!known) {
                Resource resource = new Resource();
                resource.setDirectory(directory);
                add(resource);
            }
        }
    }

    /** The resources of the project that outputs belong to. */
    abstract List<Resource> resources();

    abstract void add(Resource resource);
}

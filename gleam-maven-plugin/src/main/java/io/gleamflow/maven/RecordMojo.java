package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.problem.Nearest;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Adds a test to a flow: the first rows of its sources are given, and what the flow makes of them now is expected. Runs the flow
 * without publishing anything; changes the descriptor only.
 */
@Mojo(name = "record", threadSafe = true, requiresProject = false)
public final class RecordMojo extends GleamMojo {

    /** How many rows of each source are given, at most. */
    @Parameter(property = "gleam.rows", defaultValue = "5")
    private int rows;

    /** The dataset whose rows are expected; without it, all that no other dataset takes rows of. */
    @Parameter(property = "gleam.dataset")
    private @Nullable String dataset;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        if (rows < 1) {
            throw new MojoFailureException("gleam.rows is " + rows + "; it must be 1 or more");
        } else if (chosen.size() > 1) {
            throw new MojoFailureException(
                    "a test is recorded of one flow at a time; choose it with -Dgleam.flows=, of "
                            + String.join(
                                    ", ", chosen.stream().map(FlowFile::name).toList()));
        }
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        FlowFile file = chosen.get(0);
        Flow flow = loaded.flow(file);
        if (flow == null) {
            throw complaints.failure();
        }
        refuseUnknown(flow);
        record(workspace, file, flow, complaints);
    }

    private void refuseUnknown(Flow flow) throws MojoFailureException {
        List<String> names = flow.datasets().stream().map(Dataset::name).toList();
        if (dataset != null && !names.contains(dataset)) {
            throw new MojoFailureException("there is no dataset `" + dataset + "`. "
                    + Nearest.hint(dataset, names).map(hint -> hint + " ").orElse("") + "(the datasets are "
                    + String.join(", ", names) + ")");
        }
    }

    private void record(Workspace workspace, FlowFile file, Flow flow, Complaints complaints)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        try {
            String name = workspace
                    .engineFor(file.name())
                    .record(file.path(), flow, Optional.ofNullable(dataset), rows, Tuning.NONE, RunListener.SILENT);
            getLog().info("wrote the test `" + name + "` into " + workspace.shown(file.path())
                    + "; give it a better name, and look whether what it expects is right");
        } catch (FailureException e) {
            if (e.failure().blame() == Blame.ENGINE) {
                throw Defect.in(e.failure(), e);
            }
            complaints.add(e.failure());
            throw complaints.failure();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + workspace.shown(file.path()) + ": " + e, e);
        }
    }
}

package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Status;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows how flows would run: stages, shards, processes and exchanges. Executes nothing, changes nothing. */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends GleamMojo {

    /** Into how many shards data is divided; without it, the input and the cores decide. */
    @Parameter(property = "gleam.partitions")
    private @Nullable Integer partitions;

    /**
     * Memory for rows that are sorted or wait for a later step, such as {@code 256mb}; what does not fit is kept on disk.
     * Without it, 128 MB or a quarter of Maven's heap. Never changes results.
     */
    @Parameter(property = "gleam.memory")
    private @Nullable String memory;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException, MojoFailureException {
        Tuning tuning = TuningParameters.of(partitions, memory, null);
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null) {
                explain(workspace, file, flow, tuning, complaints);
            }
        }
        if (complaints.errors() > 0) {
            throw complaints.failure();
        }
    }

    /** Where the values of parameters are from, and whether the flow would run. */
    private static List<String> known(Gleam gleam, Flow flow) {
        Secrets secrets = Secrets.of(flow);
        List<String> lines = new ArrayList<>();
        Declared.in(flow)
                .map(param -> "  parameter " + param.name() + " = "
                        + (param.secret() ? "***" : secrets.hidden(param.text())) + " (" + param.origin() + ")")
                .forEach(lines::add);
        Status status = gleam.updates().status(flow);
        if (status.isUpToDate()) {
            lines.add("  up to date");
        }
        status.reasons().forEach(reason -> lines.add("  will run: " + reason));
        return lines;
    }

    private void explain(Workspace workspace, FlowFile file, Flow flow, Tuning tuning, Complaints complaints)
            throws MojoExecutionException {
        try {
            Gleam gleam = workspace.engineFor(file.name());
            gleam.explain(flow, tuning).lines().forEach(getLog()::info);
            known(gleam, flow).forEach(getLog()::info);
        } catch (FailureException e) {
            if (e.failure().blame() == Blame.ENGINE) {
                throw Defect.in(e.failure(), e);
            }
            complaints.add(e.failure());
        }
    }
}

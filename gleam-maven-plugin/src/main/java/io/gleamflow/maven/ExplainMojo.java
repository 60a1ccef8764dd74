package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import java.io.File;
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

    /** How plans are written: {@code text} or {@code json}. */
    @Parameter(property = "gleam.explain.format", defaultValue = "text")
    private String explainFormat;

    /** A file to write to instead of the log. */
    @Parameter(property = "gleam.explain.outputFile")
    private @Nullable File explainOutputFile;

    /** How plans may be written. */
    private enum Format {
        TEXT,
        JSON
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException, MojoFailureException {
        Format asFormat = Choice.of(Format.class, "gleam.explain.format", explainFormat);
        Explanation explanation = asFormat == Format.JSON ? new ExplanationJson() : new ExplanationText();
        Tuning tuning = TuningParameters.of(partitions, memory, null);
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null) {
                explain(workspace.engineFor(file.name()), flow, tuning, explanation, complaints);
            }
        }
        new TextOutput(getLog(), workspace).write(explanation.text(), explainOutputFile);
        if (complaints.errors() > 0) {
            throw complaints.failure();
        }
    }

    private static void explain(Gleam gleam, Flow flow, Tuning tuning, Explanation explanation, Complaints complaints)
            throws MojoExecutionException {
        try {
            explanation.add(gleam, flow, tuning);
        } catch (FailureException e) {
            if (e.failure().blame() == Blame.ENGINE) {
                throw Defect.in(e.failure(), e);
            }
            complaints.add(e.failure());
        }
    }
}

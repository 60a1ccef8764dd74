package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.graph.FlowGraph;
import io.gleamflow.graph.GraphFormat;
import io.gleamflow.graph.GraphLevel;
import io.gleamflow.problem.FailureException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Draws flows: one diagram of each, and one of all that are linked by files. Runs nothing. */
@Mojo(name = "graph", threadSafe = true, requiresProject = false)
public final class GraphMojo extends GleamMojo {

    /** How diagrams are written: {@code mermaid}, {@code dot} or {@code json}. */
    @Parameter(property = "gleam.graph.format", defaultValue = "mermaid")
    private String graphFormat;

    /** What a node is: {@code datasets}, {@code steps}, or {@code processes}, which are the stages that would run. */
    @Parameter(property = "gleam.graph.level", defaultValue = "datasets")
    private String level;

    /** A file to write to instead of the log. */
    @Parameter(property = "gleam.graph.outputFile")
    private @Nullable File graphOutputFile;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException, MojoFailureException {
        GraphFormat asFormat = Choice.of(GraphFormat.class, "gleam.graph.format", graphFormat);
        GraphLevel ofLevel = Choice.of(GraphLevel.class, "gleam.graph.level", level);
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        List<FlowGraph> graphs = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null) {
                flows.add(flow);
                try {
                    graphs.add(workspace.engineFor(file.name()).graph(flow, ofLevel, Tuning.NONE));
                } catch (FailureException e) {
                    complaints.add(e.failure());
                }
            }
        }
        if (flows.size() > 1) {
            graphs.add(workspace.engineFor("").links(flows));
        }
        new TextOutput(getLog(), workspace).write(asFormat.write(graphs), graphOutputFile);
        if (complaints.errors() > 0) {
            throw complaints.failure();
        }
    }
}

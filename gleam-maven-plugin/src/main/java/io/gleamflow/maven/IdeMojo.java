package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes what editors need to help with flows: the JSON Schema of descriptors, definitions for the Lua language server with the
 * columns of datasets, and the settings that lead to both. Files that you have changed stay as they are.
 */
@Mojo(name = "ide", threadSafe = true, requiresProject = false)
public final class IdeMojo extends GleamMojo {

    /** Where the schema and the Lua definitions go. */
    @Parameter(property = "gleam.directory", defaultValue = "${basedir}/.gleam")
    private File directory;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException {
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        List<Flow> flows = new ArrayList<>();
        for (FlowFile file : chosen) {
            Flow flow = loaded.flow(file);
            if (flow != null) {
                flows.add(flow);
            }
        }
        if (complaints.errors() > 0) {
            getLog().warn("the rows of flows with errors are not in the definitions");
        }
        write(workspace, flows);
    }

    @Override
    void executeWithoutFlows(Workspace workspace) throws MojoExecutionException {
        if (project().isExecutionRoot()) {
            write(workspace, List.of());
        }
    }

    private void write(Workspace workspace, List<Flow> flows) throws MojoExecutionException {
        Path base = workspace.baseDirectory();
        try {
            new EditorFiles(getLog(), base)
                    .write(base.resolve(directory.toPath()).normalize(), flows);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write what editors need: " + e, e);
        }
    }
}

package io.gleamflow.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Reads and checks flows and tells everything that is wrong with them; runs nothing. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true, requiresProject = false)
public final class ValidateMojo extends GleamMojo {

    /** Where the descriptors of flows for tests are; they are checked too. */
    @Parameter(property = "gleam.testSourceDirectory", defaultValue = "${basedir}/src/test/gleam")
    private File testSourceDirectory;

    /** Whether an error fails the build. */
    @Parameter(property = "gleam.failOnError", defaultValue = "true")
    private boolean failOnError;

    /** Whether a warning fails the build. */
    @Parameter(property = "gleam.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    @Override
    List<Path> sourceDirectories() {
        return List.of(super.sourceDirectories().get(0), testSourceDirectory.toPath());
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoFailureException {
        Complaints complaints = new Complaints(getLog(), workspace.baseDirectory());
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        loaded.unknownParams(workspace.params()).forEach(complaints::warn);
        boolean failed = (failOnError && complaints.errors() > 0) || (failOnWarning && complaints.warnings() > 0);
        if (failed) {
            throw complaints.failure();
        }
        long valid = chosen.stream().filter(file -> loaded.flow(file) != null).count();
        getLog().info(valid + (valid == 1 ? " flow is valid" : " flows are valid"));
    }
}

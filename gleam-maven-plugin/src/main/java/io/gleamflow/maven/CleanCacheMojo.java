package io.gleamflow.maven;

import io.gleamflow.Updates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Forgets which flows are up to date, so that they run the next time. What they have written stays. */
@Mojo(name = "clean-cache", threadSafe = true, requiresProject = false)
public final class CleanCacheMojo extends GleamMojo {

    /** Where the descriptors of flows for tests are; they are forgotten too. */
    @Parameter(property = "gleam.testSourceDirectory", defaultValue = "${basedir}/src/test/gleam")
    private File testSourceDirectory;

    @Override
    List<Path> sourceDirectories() {
        return sourceDirectoriesWith(testSourceDirectory);
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException {
        if (!isSelective()) {
            executeWithoutFlows(workspace);
            return;
        }
        for (FlowFile file : chosen) {
            tell(forget(updates -> updates.forget(file.path()), workspace), "`" + file.name() + "`");
        }
    }

    @Override
    void executeWithoutFlows(Workspace workspace) throws MojoExecutionException {
        if (!isSelective()) {
            tell(forget(Updates::forget, workspace), "all flows");
        }
    }

    private void tell(boolean any, String what) {
        getLog().info(any ? "forgot the runs of " + what : "there was nothing to forget of " + what);
    }

    private interface Forgetting {
        boolean with(Updates updates) throws IOException;
    }

    private static boolean forget(Forgetting forgetting, Workspace workspace) throws MojoExecutionException {
        try {
            return forgetting.with(workspace.engineFor("").updates());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot forget what was noted: " + e, e);
        }
    }
}

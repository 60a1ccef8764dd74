package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.InvalidFlowException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Lists flows: what they are for, their parameters with values, what they read and write. */
@Mojo(name = "list", threadSafe = true, requiresProject = false)
public final class ListMojo extends GleamMojo {

    /** How the list is written: {@code text} or {@code json}. */
    @Parameter(property = "gleam.list.format", defaultValue = "text")
    private String listFormat;

    /** A file to write to instead of the log. */
    @Parameter(property = "gleam.list.outputFile")
    private @Nullable File listOutputFile;

    /** How lists may be written. */
    private enum Format {
        TEXT,
        JSON
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException, MojoFailureException {
        Format asFormat = Choice.of(Format.class, "gleam.list.format", listFormat);
        int width = chosen.stream().mapToInt(file -> file.name().length()).max().orElse(1);
        Listing listing = asFormat == Format.JSON ? new ListingJson(workspace) : new ListingText(workspace, width);
        for (FlowFile file : chosen) {
            Gleam gleam = workspace.engineFor(file.name());
            try {
                Flow flow = gleam.load(file.path()).flow();
                listing.add(file, flow, gleam.updates().status(flow));
            } catch (InvalidFlowException e) {
                listing.addUnusable(
                        file, "cannot run: " + problems(e.problems().size()) + "; gleam:validate shows them");
            } catch (IOException e) {
                listing.addUnusable(file, "cannot be read: " + e);
            }
        }
        new TextOutput(getLog(), workspace).write(listing.text(), listOutputFile);
    }

    private static String problems(int count) {
        return count + (count == 1 ? " problem" : " problems");
    }
}

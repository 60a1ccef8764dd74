package io.gleamflow.maven;

import io.gleamflow.page.ReportFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says where the report of the last run is, and when it was made. */
@Mojo(name = "report", threadSafe = true, requiresProject = false)
public final class ReportMojo extends GleamMojo {

    /** Where reports are. */
    @Parameter(property = "gleam.reportDirectory", defaultValue = "${project.build.directory}/gleam/report")
    private String reportDirectory;

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) {
        Path page = workspace.reports(reportDirectory).resolve(ReportFiles.PAGE);
        if (!Files.isRegularFile(page)) {
            getLog().info("there is no report in " + workspace.shown(page) + " yet; gleam:run writes one");
            return;
        }
        try {
            getLog().info(workspace.shown(page) + "   of " + Files.getLastModifiedTime(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.gleamflow.maven;

import io.gleamflow.page.ReportFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Says where the report of the last run is, and when it was made. Under <code>&lt;reporting&gt;</code>, a page of the site that
 * is this report; there is none when nothing has run.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true, requiresProject = false)
public final class ReportMojo extends GleamMojo implements MavenReport {

    /** Below the directory of the site. */
    private static final String DIRECTORY = "gleam";

    /** Where reports are. */
    @Parameter(property = "gleam.reportDirectory", defaultValue = "${project.build.directory}/gleam/report")
    private String reportDirectory;

    /** Set by the site, which knows where its pages go. */
    private File siteDirectory = new File("target/site");

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) {
        Path page = page(workspace);
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

    private Path page(Workspace workspace) {
        return workspace.reports(reportDirectory).resolve(ReportFiles.PAGE);
    }

    private Path page() throws MavenReportException {
        try {
            return page(workspace());
        } catch (MojoFailureException e) {
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    @Override
    public boolean canGenerateReport() throws MavenReportException {
        return reasonToSkip().isEmpty() && Files.isRegularFile(page());
    }

    /** The page is whole as it is, so nothing goes into the sink. */
    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        Path page = page();
        try {
            Path directory = Files.createDirectories(siteDirectory.toPath().resolve(DIRECTORY));
            Files.copy(page, directory.resolve(ReportFiles.PAGE), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MavenReportException("cannot copy " + page + " into the site: " + e, e);
        }
    }

    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    @SuppressWarnings("deprecation") // sites made by older plugins ask for it
    public String getOutputName() {
        return DIRECTORY + "/" + ReportFiles.PAGE.replaceFirst("\\.html$", "");
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Data flows";
    }

    @Override
    public String getDescription(Locale locale) {
        return "What the last run of the data flows did: rows, files, time, and what was rejected.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return siteDirectory;
    }
}

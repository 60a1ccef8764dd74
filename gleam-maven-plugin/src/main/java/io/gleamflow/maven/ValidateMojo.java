package io.gleamflow.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

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

    /** How many errors, and how many warnings, are shown with their lines; the others are counted. JSON has all of them. */
    @Parameter(property = "gleam.maxErrors", defaultValue = "100")
    private int maxErrors;

    /**
     * How problems are told: {@code text}, {@code json}, which is one document instead of the text, or {@code github}, the
     * text with annotations for GitHub, wherever the build runs.
     */
    @Parameter(property = "gleam.validate.format", defaultValue = "text")
    private String validateFormat;

    /** A file for the document of the format {@code json}; the log has the text then. */
    @Parameter(property = "gleam.validate.outputFile")
    private @Nullable File validateOutputFile;

    /** How problems may be told. */
    private enum Format {
        TEXT,
        JSON,
        GITHUB
    }

    @Override
    List<Path> sourceDirectories() {
        return sourceDirectoriesWith(testSourceDirectory);
    }

    @Override
    void execute(Workspace workspace, List<FlowFile> chosen) throws MojoExecutionException, MojoFailureException {
        Format asFormat = Choice.of(Format.class, "gleam.validate.format", validateFormat);
        if (validateOutputFile != null && asFormat != Format.JSON) {
            throw new MojoFailureException("gleam.validate.outputFile is for gleam.validate.format=json");
        }
        Markers markers = markers();
        if (!markers.isAsked(workspace.buildDirectory(), sourceDirectories())) {
            getLog().debug("nothing has changed that flows are made of");
            return;
        }
        boolean isSilent = asFormat == Format.JSON && validateOutputFile == null;
        Complaints complaints =
                complaints(workspace, asFormat == Format.GITHUB, isSilent).atMost(maxErrors);
        LoadedFlows loaded = LoadedFlows.of(workspace, chosen, complaints);
        loaded.unknownParams(workspace.params()).forEach(complaints::warn);
        // flows of tests have outputs of their own, and run later
        sourceDirectories().forEach(directory -> loaded.together(workspace, directory, complaints));
        complaints.end();
        if (asFormat == Format.JSON) {
            String document = ComplaintsJson.text(complaints.all(), loaded.secrets());
            new TextOutput(getLog(), workspace).write(document, validateOutputFile);
        }
        boolean failed = (failOnError && complaints.errors() > 0) || (failOnWarning && complaints.warnings() > 0);
        MojoFailureException failure = failed ? complaints.failure() : null;
        markers.replace(chosen, complaints.all(), failure);
        if (failure != null) {
            throw failure;
        }
        if (!isSilent) {
            getLog().info(loaded.valid());
        }
    }

    /** What was wrong with the last flow is wrong no more. */
    @Override
    void executeWithoutFlows(Workspace workspace)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        super.executeWithoutFlows(workspace);
        markers().replace(List.of(), List.of(), null);
    }

    private Complaints complaints(Workspace workspace, boolean isForGithub, boolean isSilent) {
        Path base = workspace.baseDirectory();
        Annotations annotations = isForGithub
                ? Annotations.always(System.getenv(), base, StandardOutput::write)
                : Annotations.of(System.getenv(), base, StandardOutput::write);
        return isSilent ? Complaints.unshown(base, annotations) : new Complaints(getLog(), base, annotations);
    }
}

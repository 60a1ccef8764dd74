package io.gleamflow.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Runs the flows that make data for tests, so that tests find it on their class path. */
@Mojo(
        name = "test-data",
        defaultPhase = LifecyclePhase.GENERATE_TEST_RESOURCES,
        threadSafe = true,
        requiresProject = false)
public final class TestDataMojo extends ResourcesMojo {

    /** Where the descriptors of flows for tests are. */
    @Parameter(property = "gleam.testSourceDirectory", defaultValue = "${basedir}/src/test/gleam")
    private File testSourceDirectory;

    /** What <code>${out}</code> means in a descriptor of a flow for tests. */
    @Parameter(
            property = "gleam.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-resources/gleam")
    private File testOutputDirectory;

    /** Whether tests are left out altogether, and their data with them. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTestData;

    @Override
    String reasonToSkip() {
        return skipTestData ? "maven.test.skip is set" : super.reasonToSkip();
    }

    @Override
    List<Path> sourceDirectories() {
        return List.of(testSourceDirectory.toPath());
    }

    @Override
    Path outputDirectory() {
        return outputBelow(testOutputDirectory, "generated-test-resources");
    }

    @Override
    List<Resource> resources() {
        return project().getTestResources();
    }

    @Override
    void add(Resource resource) {
        project().addTestResource(resource);
    }
}

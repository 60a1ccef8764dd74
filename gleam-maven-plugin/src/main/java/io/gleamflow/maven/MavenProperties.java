package io.gleamflow.maven;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What <code>${project.version}</code> and the like mean in a descriptor: what they mean in the POM. */
final class MavenProperties {

    private final Map<String, String> values = new TreeMap<>();

    private MavenProperties() {}

    /** The later the stronger; the environment has a syntax of its own and is left out. */
    static Map<String, String> of(MavenSession session, MavenProject project, Path baseDirectory, Path buildDirectory) {
        MavenProperties properties = new MavenProperties();
        properties.putAll(session.getSystemProperties());
        properties.putAll(project.getProperties());
        properties.putAll(session.getUserProperties());
        properties.putProject(project);
        properties.put("basedir", baseDirectory.toString());
        properties.put("project.basedir", baseDirectory.toString());
        properties.put("project.build.directory", buildDirectory.toString());
        properties.put("session.executionRootDirectory", session.getExecutionRootDirectory());
        return properties.values;
    }

    private void putAll(Properties all) {
        for (String name : all.stringPropertyNames()) {
            if (!name.startsWith("env.")) {
                put(name, all.getProperty(name));
            }
        }
    }

    private void putProject(MavenProject project) {
        put("project.groupId", project.getGroupId());
        put("project.artifactId", project.getArtifactId());
        put("project.version", project.getVersion());
        put("project.packaging", project.getPackaging());
        put("project.name", project.getName());
        put("project.description", project.getDescription());
        put("project.url", project.getUrl());
        Build build = project.getBuild();
        if (build != null) {
            put("project.build.finalName", build.getFinalName());
            put("project.build.outputDirectory", build.getOutputDirectory());
            put("project.build.testOutputDirectory", build.getTestOutputDirectory());
            put("project.build.sourceDirectory", build.getSourceDirectory());
            put("project.build.testSourceDirectory", build.getTestSourceDirectory());
        }
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}

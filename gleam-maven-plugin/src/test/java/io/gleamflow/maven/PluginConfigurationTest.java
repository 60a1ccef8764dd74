package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PluginConfigurationTest {

    @Test
    void parametersOfAnyGoalMayStandInTheCommonConfiguration() throws Exception {
        MojoExecution execution = execution("<configuration><flows>a</flows><force>true</force></configuration>", null);
        assertThatCode(() -> PluginConfiguration.refuseUnknown(execution, new MavenProject()))
                .doesNotThrowAnyException();
    }

    @Test
    void aTypoInTheCommonConfigurationIsRefused() throws Exception {
        MojoExecution execution = execution("<configuration><flow>a</flow></configuration>", null);
        assertThatThrownBy(() -> PluginConfiguration.refuseUnknown(execution, new MavenProject()))
                .hasMessage("<flow> in the <configuration> of gleam-maven-plugin is no parameter of gleam."
                        + " Did you mean <flows>?");
    }

    @Test
    void aTypoInTheExecutionIsRefused() throws Exception {
        MojoExecution execution = execution(null, "<configuration><xyz/></configuration>");
        assertThatThrownBy(() -> PluginConfiguration.refuseUnknown(execution, new MavenProject()))
                .hasMessageContaining("<xyz> in the <configuration> of execution `nightly`");
    }

    @Test
    void aTypoIsRefusedForAGoalOfTheCommandLineToo() throws Exception {
        MojoExecution inProject = execution("<configuration><flow>a</flow></configuration>", null);
        MavenProject project = new MavenProject();
        project.getBuild().addPlugin(inProject.getPlugin());
        assertThatThrownBy(() -> PluginConfiguration.refuseUnknown(onCommandLine(inProject), project))
                .hasMessageContaining("Did you mean <flows>?");
    }

    @Test
    void aTypoInPluginManagementIsRefusedWhenNothingElseConfiguresTheGoal() throws Exception {
        MojoExecution managed = execution("<configuration><flow>a</flow></configuration>", null);
        MavenProject project = new MavenProject();
        project.getBuild().setPluginManagement(new PluginManagement());
        project.getPluginManagement().addPlugin(managed.getPlugin());
        assertThatThrownBy(() -> PluginConfiguration.refuseUnknown(onCommandLine(managed), project))
                .hasMessageContaining("Did you mean <flows>?");
    }

    /** As Maven calls it: of the plugin, it has the name only. */
    private static MojoExecution onCommandLine(MojoExecution execution) {
        Plugin named = new Plugin();
        named.setGroupId(execution.getPlugin().getGroupId());
        named.setArtifactId(execution.getPlugin().getArtifactId());
        MojoExecution called = new MojoExecution(named, "run", "default-cli");
        called.setMojoDescriptor(execution.getMojoDescriptor());
        return called;
    }

    @Test
    void nothingNearMeansNoSuggestion() {
        assertThat(PluginConfiguration.message("zzz", List.of("flows"), "here"))
                .endsWith("gleam:help -Ddetail lists them");
    }

    private static MojoExecution execution(@Nullable String common, @Nullable String own) throws Exception {
        PluginDescriptor descriptor = new PluginDescriptor();
        MojoDescriptor run = goal(descriptor, "run", "flows");
        goal(descriptor, "other", "force");
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.gleamflow");
        plugin.setArtifactId("gleam-maven-plugin");
        PluginExecution nightly = new PluginExecution();
        nightly.setId("nightly");
        plugin.addExecution(nightly);
        descriptor.setPlugin(plugin);
        if (common != null) {
            plugin.setConfiguration(Xpp3DomBuilder.build(new StringReader(common)));
        }
        if (own != null) {
            nightly.setConfiguration(Xpp3DomBuilder.build(new StringReader(own)));
        }
        MojoExecution execution = new MojoExecution(plugin, "run", "nightly");
        execution.setMojoDescriptor(run);
        return execution;
    }

    private static MojoDescriptor goal(PluginDescriptor plugin, String name, String parameter) throws Exception {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal(name);
        goal.setPluginDescriptor(plugin);
        goal.setImplementation("Example" + name);
        Parameter flows = new Parameter();
        flows.setName(parameter);
        goal.addParameter(flows);
        plugin.addMojo(goal);
        return goal;
    }
}

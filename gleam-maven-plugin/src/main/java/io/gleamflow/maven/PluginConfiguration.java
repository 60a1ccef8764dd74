package io.gleamflow.maven;

import io.gleamflow.problem.Nearest;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The {@code <configuration>} as written in the POM. Maven drops what it does not know there; a typo must not be lost. */
final class PluginConfiguration {

    private PluginConfiguration() {}

    /** Any goal's parameters may stand there, since goals share the configuration of the plugin and of executions. */
    static void refuseUnknown(MojoExecution execution, MavenProject project) throws MojoFailureException {
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor goal :
                execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                known.add(parameter.getName());
                if (parameter.getAlias() != null) {
                    known.add(parameter.getAlias());
                }
            }
        }
        Plugin plugin = plugin(execution.getPlugin(), project);
        refuseUnknown(plugin.getConfiguration(), known, plugin.getArtifactId());
        PluginExecution own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        if (own != null) {
            refuseUnknown(own.getConfiguration(), known, "execution `" + own.getId() + "`");
        }
    }

    /** As the project has it: for a goal on the command line, Maven makes up one that has no configuration. */
    private static Plugin plugin(Plugin called, MavenProject project) {
        Plugin built = project.getPlugin(called.getKey());
        if (built != null) {
            return built;
        }
        PluginManagement managed = project.getPluginManagement();
        Plugin fallback = managed == null ? null : managed.getPluginsAsMap().get(called.getKey());
        return fallback == null ? called : fallback;
    }

    private static void refuseUnknown(@Nullable Object configuration, Collection<String> known, String where)
            throws MojoFailureException {
        if (configuration instanceof Xpp3Dom dom) {
            for (Xpp3Dom child : dom.getChildren()) {
                if (!known.contains(child.getName())) {
                    throw new MojoFailureException(message(child.getName(), known, where));
                }
            }
        }
    }

    static String message(String unknown, Collection<String> known, String where) {
        return "<" + unknown + "> in the <configuration> of " + where + " is no parameter of gleam. "
                + Nearest.to(unknown, known)
                        .map(name -> "Did you mean <" + name + ">?")
                        .orElse("gleam:help -Ddetail lists them");
    }
}

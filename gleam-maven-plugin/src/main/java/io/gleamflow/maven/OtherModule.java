package io.gleamflow.maven;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginConfigurationException;
import org.apache.maven.plugin.PluginManagerException;
import org.apache.maven.project.MavenProject;

/** The goal that runs in one module, called in another one as Maven would have if it had been asked to there. */
record OtherModule(
        MavenSession session, MojoExecution execution, LifecycleExecutor lifecycles, BuildPluginManager plugins)
        implements EveryModule.Work {

    @Override
    public void in(MavenProject module) throws MojoExecutionException, MojoFailureException {
        MavenProject before = session.getCurrentProject();
        session.setCurrentProject(module);
        try {
            for (MojoExecution there : executions()) {
                plugins.executeMojo(session, there);
            }
        } catch (PluginConfigurationException | PluginManagerException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } finally {
            session.setCurrentProject(before);
        }
    }

    /** With the configuration that the current project has for the goal. */
    private Iterable<MojoExecution> executions() throws MojoExecutionException {
        try {
            return lifecycles.calculateExecutionPlan(session, task()).getMojoExecutions();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // Maven has ten for this, with nothing else in common
            throw new MojoExecutionException("cannot call " + task() + ": " + e.getMessage(), e);
        }
    }

    private String task() {
        String goal = execution.getGroupId() + ":" + execution.getArtifactId() + ":" + execution.getVersion() + ":"
                + execution.getGoal();
        String id = execution.getExecutionId();
        return "default-cli".equals(id) ? goal : goal + "@" + id;
    }
}

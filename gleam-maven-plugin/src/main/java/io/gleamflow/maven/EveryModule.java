package io.gleamflow.maven;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * A goal of the command line at work in all modules of a build. Maven takes a goal that needs no POM for one of the whole build
 * and calls it in the first project only, so the others are visited from there.
 */
final class EveryModule {

    /** What the goal does in one module. */
    interface Work {
        void in(MavenProject module) throws MojoExecutionException, MojoFailureException;
    }

    private final Log log;
    private final MavenSession session;
    private final MojoExecution execution;
    private final Map<MavenProject, Exception> failed = new LinkedHashMap<>();
    private final Set<MavenProject> left = new HashSet<>();

    EveryModule(Log log, MavenSession session, MojoExecution execution) {
        this.log = log;
        this.session = session;
        this.execution = execution;
    }

    /** Whether an execution in a project stands for all of them; a descriptor that was named runs once. */
    static boolean isMeant(MavenSession session, MojoExecution execution, MavenProject project) {
        return execution.getSource() == MojoExecution.Source.CLI
                && session.getProjects().size() > 1
                && project.equals(session.getTopLevelProject())
                && !session.getUserProperties().containsKey("gleam.file");
    }

    /** In the order of the reactor. After a failure Maven's options say whether other modules have their turn. */
    void visit(Work work) throws MojoExecutionException, MojoFailureException {
        leaveWhatHasFailedBefore();
        boolean isFirst = true;
        for (MavenProject module : session.getProjects()) {
            if (left.contains(module)) {
                log.info(module.getArtifactId() + " is left out, since a module has failed that it needs");
            } else {
                // Maven has said the name of the first itself
                if (!isFirst || !module.equals(session.getTopLevelProject())) {
                    log.info("--- " + title() + " @ " + module.getArtifactId() + " ---");
                }
                visit(module, work);
            }
            isFirst = false;
        }
        throwFirst();
    }

    private void visit(MavenProject module, Work work) throws MojoExecutionException, MojoFailureException {
        long start = System.currentTimeMillis();
        try {
            work.in(module);
            note(new BuildSuccess(module, System.currentTimeMillis() - start));
        } catch (MojoExecutionException | MojoFailureException e) {
            note(new BuildFailure(module, System.currentTimeMillis() - start, e));
            failed.put(module, e);
            if (!goesOn()) {
                throwFirst();
            }
            log.error(message(module, e));
            leave(module);
        }
    }

    /** The reactor's summary would call a module skipped that was visited; what a lifecycle has said of it stays. */
    private void note(BuildSummary summary) {
        MavenExecutionResult result = session.getResult();
        if (result.getBuildSummary(summary.getProject()) == null) {
            result.addBuildSummary(summary);
        }
    }

    private void leaveWhatHasFailedBefore() {
        for (MavenProject module : session.getProjects()) {
            if (session.getResult().getBuildSummary(module) instanceof BuildFailure) {
                left.add(module);
                leave(module);
            }
        }
    }

    private void leave(MavenProject module) {
        if (!MavenExecutionRequest.REACTOR_FAIL_NEVER.equals(session.getReactorFailureBehavior())) {
            left.addAll(session.getProjectDependencyGraph().getDownstreamProjects(module, true));
        }
    }

    private boolean goesOn() {
        return !MavenExecutionRequest.REACTOR_FAIL_FAST.equals(session.getReactorFailureBehavior())
                && !Thread.currentThread().isInterrupted();
    }

    private void throwFirst() throws MojoExecutionException, MojoFailureException {
        for (Map.Entry<MavenProject, Exception> first : failed.entrySet()) {
            Exception thrown = first.getValue();
            String message = message(first.getKey(), thrown)
                    + (failed.size() == 1 ? "" : " (and " + (failed.size() - 1) + " more failed)");
            // Maven calls one of them a failure and the other an error
            if (thrown instanceof MojoFailureException) {
                throw new MojoFailureException(message, thrown.getCause());
            }
            throw new MojoExecutionException(message, thrown.getCause());
        }
    }

    private String title() {
        return execution.getMojoDescriptor().getPluginDescriptor().getGoalPrefix() + ":" + execution.getGoal() + " ("
                + execution.getExecutionId() + ")";
    }

    /** Maven names the first module only. */
    private String message(MavenProject module, Exception thrown) {
        return module.equals(session.getTopLevelProject())
                ? String.valueOf(thrown.getMessage())
                : "module " + module.getArtifactId() + ": " + thrown.getMessage();
    }
}

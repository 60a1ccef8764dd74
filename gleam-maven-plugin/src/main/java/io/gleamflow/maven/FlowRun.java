package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs one flow after the other and shows how each went.
 *
 * @param width of the longest title
 */
record FlowRun(Log log, Workspace workspace, Complaints complaints, Tuning tuning, int width) {

    /** Whether it went well; if not, the complaint is made. */
    boolean of(String name, String title, Flow flow) throws MojoExecutionException, InterruptedException {
        Gleam gleam = workspace.engineFor(name);
        LogLines lines = LogLines.of(flow, title, log);
        try {
            RunReport report = new LoggedRun(name, lines).run(listener -> gleam.run(flow, tuning, listener));
            RunLines.of(title, width, report, lines.printed(), workspace::shown).forEach(log::info);
            RunLines.rejected(title, width, report).forEach(log::warn);
            RunLines.tasks(report).forEach(log::debug);
            return true;
        } catch (FailureException e) {
            if (e.failure().blame() == Blame.ENGINE) {
                throw Defect.in(e.failure(), e);
            }
            complaints.add(e.failure());
            log.debug(e);
            return false;
        }
    }
}

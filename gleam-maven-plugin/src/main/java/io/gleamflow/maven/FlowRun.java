package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.Update;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs one flow after the other, unless it is up to date, and shows how each went.
 *
 * @param force whether to run those that are, too
 * @param width of the longest title
 */
record FlowRun(Log log, Workspace workspace, Complaints complaints, Tuning tuning, boolean force, int width) {

    /** Whether it went well; if not, the complaint is made. */
    boolean of(String name, String title, Flow flow) throws MojoExecutionException, InterruptedException {
        Gleam gleam = workspace.engineFor(name);
        LogLines lines = LogLines.of(flow, title, log);
        try {
            Update update = new LoggedRun(name, lines).run(listener -> gleam.update(flow, tuning, force, listener));
            if (update.report().isPresent()) {
                show(title, update, update.report().get(), lines.printed());
            } else {
                log.info(RunLines.line(title, width, "up to date"));
            }
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

    private void show(String title, Update update, RunReport report, long printed) {
        RunLines.of(title, width, report, printed, workspace::shown, RunLines.why(update.before()))
                .forEach(log::info);
        update.removed()
                .map(RunLines::removed)
                .ifPresent(lines -> lines.stream()
                        .map(line -> RunLines.line("", width, line))
                        .forEach(log::info));
        RunLines.rejected(title, width, report).forEach(log::warn);
        RunLines.tasks(report).forEach(log::debug);
    }
}

package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.Update;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs a flow, unless it is up to date, and shows how it went.
 *
 * @param force whether to run those that are, too
 * @param width of the longest title
 */
record FlowRun(Log log, Workspace workspace, Complaints complaints, Tuning tuning, boolean force, int width) {

    /** Whether it went well; if not, the complaint is made. */
    boolean of(LoadedFlows.Entry entry, String title) throws MojoExecutionException, InterruptedException {
        LogLines lines = LogLines.of(entry.flow(), title, log);
        try {
            Update update = new LoggedRun(entry.file().name(), lines).run(listener -> update(entry, listener));
            show(title, update, lines.printed());
            return true;
        } catch (FailureException e) {
            complain(e);
            return false;
        }
    }

    /** The run alone, on whatever thread. */
    Update update(LoadedFlows.Entry entry, RunListener listener) throws FailureException, InterruptedException {
        Flow flow = entry.flow();
        return workspace.engineFor(entry.file().name()).updates().update(flow, tuning, force, listener);
    }

    void complain(FailureException e) throws MojoExecutionException {
        if (e.failure().blame() == Blame.ENGINE) {
            throw Defect.in(e.failure(), e);
        }
        complaints.add(e.failure());
        log.debug(e);
    }

    void show(String title, Update update, long printed) {
        if (update.report().isEmpty()) {
            log.info(RunLines.line(title, width, "up to date"));
            return;
        }
        RunReport report = update.report().get();
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

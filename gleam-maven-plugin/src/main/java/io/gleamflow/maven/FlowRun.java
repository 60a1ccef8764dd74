package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.Tuning;
import io.gleamflow.Update;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs one flow after the other, unless it is up to date, and shows how each went.
 *
 * @param force whether to run those that are, too
 * @param width of the longest title
 * @param progress how to follow a run
 * @param results what becomes of each flow
 */
record FlowRun(
        Log log,
        Workspace workspace,
        Complaints complaints,
        Tuning tuning,
        boolean force,
        int width,
        ProgressChoice progress,
        BuildResults results) {

    /** Whether it went well; if not, the complaint is made. */
    boolean of(String name, String title, Flow flow) throws MojoExecutionException, InterruptedException {
        Gleam gleam = workspace.engineFor(name);
        LogLines lines = LogLines.of(flow, title, log);
        LoggedRun logged = new LoggedRun(name, lines, progress.ticker(title, log));
        try {
            Update update = logged.run(listener -> gleam.update(flow, tuning, force, listener));
            if (update.report().isPresent()) {
                RunReport report = update.report().get();
                show(title, update, report, lines.printed());
                String why = "ran: "
                        + String.join("; ", RunLines.first(update.before().reasons()));
                results.ran(flow, title, report, Optional.of(why), lines.warnings());
            } else {
                log.info(RunLines.line(title, width, "up to date"));
                results.upToDate(flow, title);
            }
            return true;
        } catch (FailureException e) {
            if (e.failure().blame() == Blame.ENGINE) {
                throw Defect.in(e.failure(), e);
            }
            results.failed(flow, title, logged.soFar(), lines.warnings(), complaints.lines(e.failure()));
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
        report.rejected().forEach(each -> complaints.annotate(each.place(), RunLines.rejected(each)));
        RunLines.tasks(report).forEach(log::debug);
    }
}

package io.gleamflow.maven;

import io.gleamflow.Tuning;
import io.gleamflow.Update;
import io.gleamflow.flow.Flow;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.run.RunListener;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Runs a flow, unless it is up to date, and shows how it went.
 *
 * @param force whether to run those that are, too
 * @param width of the longest title
 * @param progress how to follow a run
 * @param results what becomes of each flow
 * @param markers hear of files that are new or gone
 */
record FlowRun(
        Log log,
        Workspace workspace,
        Complaints complaints,
        Tuning tuning,
        boolean force,
        int width,
        ProgressChoice progress,
        BuildResults results,
        Markers markers) {

    /** Whether it went well; if not, the complaint is made. */
    boolean of(LoadedFlows.Entry entry, String title) throws MojoExecutionException, InterruptedException {
        LogLines lines = LogLines.of(entry.flow(), title, log);
        LoggedRun logged = new LoggedRun(entry.file().name(), lines, progress.ticker(title, log));
        try {
            Update update = logged.run(listener -> update(entry, listener));
            show(entry.flow(), title, update, lines);
            return true;
        } catch (FailureException e) {
            complain(entry.flow(), title, logged.soFar(), lines, e);
            return false;
        }
    }

    /** The run alone, on whatever thread. */
    Update update(LoadedFlows.Entry entry, RunListener listener) throws FailureException, InterruptedException {
        Flow flow = entry.flow();
        return workspace.engineFor(entry.file().name()).updates().update(flow, tuning, force, listener);
    }

    /**
     * Tells of a failure.
     *
     * @param soFar what the run did until then
     */
    void complain(Flow flow, String title, Optional<RunReport> soFar, LogLines lines, FailureException e)
            throws MojoExecutionException {
        if (e.failure().blame() == Blame.ENGINE) {
            throw Defect.in(e.failure(), e);
        }
        results.failed(flow, title, soFar, lines.warnings(), complaints.lines(e.failure()));
        complaints.add(e.failure());
        log.debug(e);
    }

    void show(Flow flow, String title, Update update, LogLines lines) {
        if (update.report().isEmpty()) {
            log.info(RunLines.upToDate(title, width));
            results.upToDate(flow, title);
            return;
        }
        RunReport report = update.report().get();
        markers.changed(report.outputs().stream().map(RunReport.Output::path).toList());
        update.removed().ifPresent(gone -> markers.changed(gone.removed()));
        RunLines.of(title, width, report, lines.printed(), workspace::shown, RunLines.why(update.before()))
                .forEach(log::info);
        update.removed()
                .map(RunLines::removed)
                .ifPresent(removed -> removed.stream()
                        .map(line -> RunLines.line("", width, line))
                        .forEach(log::info));
        RunLines.rejected(title, width, report).forEach(log::warn);
        report.rejected().forEach(each -> complaints.annotate(each.place(), RunLines.rejected(each)));
        RunLines.tasks(report).forEach(log::debug);
        String why = "ran: " + String.join("; ", RunLines.first(update.before().reasons()));
        results.ran(flow, title, report, Optional.of(why), lines.warnings());
    }
}

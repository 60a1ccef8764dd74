package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.page.ReportFiles;
import io.gleamflow.report.BuildReport;
import io.gleamflow.report.FlowResult;
import io.gleamflow.report.FlowResult.State;
import io.gleamflow.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the flows of a module have done so far in this build, whichever goals ran them. */
final class BuildResults {

    private static final String KEY = BuildResults.class.getName();

    private final List<FlowResult> flows = new ArrayList<>();

    private final List<Unread> unread = new ArrayList<>();

    private BuildResults() {}

    /** Flows that were known to be up to date, which are only read when a page is to tell of them. */
    interface Unread {
        void tell(BuildResults results);
    }

    /**
     * Those of a module.
     *
     * @param context what Maven keeps for the plugin in this module, for one build
     */
    static BuildResults in(Map<Object, Object> context) {
        Object known = context.get(KEY);
        if (known == null) {
            known = new BuildResults();
            context.put(KEY, known);
        }
        // of another class loader when the plugin is loaded twice
        return known instanceof BuildResults results ? results : new BuildResults();
    }

    synchronized void ran(Flow flow, String title, RunReport run, Optional<String> reason, List<String> warnings) {
        add(new FlowResult(flow, title, State.RAN, Optional.of(run), reason, warnings, List.of()));
    }

    synchronized void upToDate(Flow flow, String title) {
        add(new FlowResult(flow, title, State.UP_TO_DATE, Optional.empty(), Optional.empty(), List.of(), List.of()));
    }

    synchronized void failed(
            Flow flow, String title, Optional<RunReport> run, List<String> warnings, List<String> trouble) {
        add(new FlowResult(flow, title, State.FAILED, run, Optional.empty(), warnings, trouble));
    }

    synchronized void unread(Unread flows) {
        unread.add(flows);
    }

    /** Whether a page has something to tell. */
    synchronized boolean isNews() {
        for (FlowResult flow : flows) {
            if (flow.state() != State.UP_TO_DATE) {
                return true;
            }
        }
        return false;
    }

    /** Before the others, which came later. */
    private void readAll() {
        List<FlowResult> later = List.copyOf(flows);
        List<Unread> earlier = List.copyOf(unread);
        flows.clear();
        unread.clear();
        earlier.forEach(each -> each.tell(this));
        later.forEach(this::add);
    }

    /** A flow that ran once more has done what it did last. */
    private void add(FlowResult result) {
        flows.removeIf(each -> each.flow().place().equals(result.flow().place()));
        flows.add(result);
    }

    /**
     * Flows that are gone.
     *
     * @param base what names of their files are relative to
     */
    synchronized void forget(Collection<FlowFile> gone, Path base) {
        Set<Path> files = gone.stream()
                .map(file -> file.path().toAbsolutePath().normalize())
                .collect(Collectors.toSet());
        flows.removeIf(each -> files.contains(
                base.resolve(each.flow().place().file()).toAbsolutePath().normalize()));
    }

    /** Whether a flow has failed the last time. */
    synchronized boolean isFailed(Flow flow) {
        return flows.stream()
                .anyMatch(each ->
                        each.state() == State.FAILED && each.flow().place().equals(flow.place()));
    }

    /**
     * Writes the report; when nothing ran, the one of the build before stays.
     *
     * @return where the page is
     */
    synchronized Optional<Path> write(Path directory, String project) throws IOException {
        if (!isNews()) {
            return Optional.empty();
        }
        readAll();
        try {
            return Optional.of(ReportFiles.write(directory, new BuildReport(project, Instant.now(), flows)));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }
}

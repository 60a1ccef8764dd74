package io.gleamflow.maven;

import io.gleamflow.Gleam;
import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Glance;
import io.gleamflow.problem.InvalidFlowException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Does goals for flows, then for those that read what these have written, each of them once. */
final class WatchRound {

    /** What is done with flows that could be read. */
    interface Goals {

        /**
         * Does it, and shows how it went.
         *
         * @param complaints that there are already
         * @param isAll whether these are all flows there are
         * @return the flows it did not go well with
         * @throws MojoFailureException when a parameter is wrong, whatever becomes of the flows
         */
        Set<FlowFile> of(LoadedFlows loaded, List<FlowFile> flows, Complaints complaints, boolean isAll)
                throws MojoExecutionException, MojoFailureException, InterruptedException;

        /** Something has changed; flows that read what these have written are of the same round. */
        void begin();

        /** Flows that are gone; what is told of all flows from now on leaves them out. */
        void forget(List<FlowFile> gone);

        /** What is left to do when all flows are well. */
        void whenAllIsWell() throws MojoExecutionException, InterruptedException;
    }

    /** Where what is wrong is told; flows that are done together have one. */
    interface Telling {
        Complaints begin() throws MojoFailureException;
    }

    private final Log log;
    private final WatchedFlows watched;
    private final Goals goals;
    private final Telling telling;

    WatchRound(Log log, WatchedFlows watched, Goals goals, Telling telling) {
        this.log = log;
        this.watched = watched;
        this.goals = goals;
        this.telling = telling;
    }

    /** The first time; flows run in the order that their files demand. */
    void ofAll(List<FlowFile> flows) throws MojoFailureException, InterruptedException {
        goals.begin();
        guarded(flows, () -> batch(flows, true));
        after(watched.behind(flows, log));
    }

    /** For those whose files have changed. */
    void of(Collection<FlowFile> touched) throws MojoFailureException, InterruptedException {
        goals.begin();
        Set<FlowFile> pending = new LinkedHashSet<>(touched);
        pending.addAll(watched.owed());
        after(pending);
    }

    void forget(List<FlowFile> gone) {
        goals.forget(gone);
    }

    private void after(Set<FlowFile> touched) throws MojoFailureException, InterruptedException {
        Set<FlowFile> pending = new LinkedHashSet<>(touched);
        while (!pending.isEmpty()) {
            List<FlowFile> batch = watched.first(pending);
            RunLines.first(watched.reasons(batch)).forEach(log::info);
            guarded(batch, () -> batch(batch, false));
            batch.forEach(pending::remove);
            pending.addAll(watched.behind(batch, log));
        }
        if (watched.isWell()) {
            guarded(List.of(), goals::whenAllIsWell);
        }
    }

    private interface Work {
        void run() throws MojoExecutionException, MojoFailureException, InterruptedException;
    }

    /** A defect of gleam is told, and may be gone when the flow is another one. */
    private void guarded(List<FlowFile> flows, Work work) throws MojoFailureException, InterruptedException {
        try {
            work.run();
        } catch (MojoExecutionException e) {
            failed(flows, e);
        } catch (RuntimeException | StackOverflowError e) {
            failed(flows, Defect.in(e));
        }
    }

    private void failed(List<FlowFile> flows, MojoExecutionException e) {
        log.error(e.getMessage());
        log.debug(e);
        watched.failed(flows);
        // not again before they are others
        for (FlowFile file : flows) {
            Glance look = watched.look(file);
            if (watched.isTouched(file, look)) {
                watched.read(file, look, Optional.empty(), List.of());
            }
        }
    }

    private void batch(List<FlowFile> flows, boolean isAll)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        Complaints complaints = telling.begin();
        try {
            batch(flows, complaints, isAll);
        } finally {
            complaints.end();
        }
    }

    private void batch(List<FlowFile> flows, Complaints complaints, boolean isAll)
            throws MojoExecutionException, MojoFailureException, InterruptedException {
        Workspace workspace = watched.workspace();
        Map<FlowFile, Glance> before = new HashMap<>();
        flows.forEach(file -> before.put(file, watched.look(file)));
        LoadedFlows loaded = LoadedFlows.of(workspace, flows, complaints);
        List<Path> places = places(complaints);
        List<FlowFile> readable = new ArrayList<>();
        for (FlowFile file : flows) {
            Optional<Flow> flow = Optional.ofNullable(loaded.flow(file));
            Optional.ofNullable(before.get(file)).ifPresent(look -> watched.read(file, look, flow, places));
            if (flow.isPresent()) {
                readable.add(file);
                watched.mended(file);
            } else {
                watched.failed(List.of(file));
            }
        }
        watched.paid(flows);
        if (!readable.isEmpty() && isInOrder(workspace.engineFor(""), complaints)) {
            watched.failed(goals.of(loaded, readable, complaints, isAll));
        } else {
            watched.owes(readable);
        }
    }

    private List<Path> places(Complaints complaints) {
        Path base = watched.workspace().baseDirectory();
        List<Path> files = new ArrayList<>();
        for (Complaint complaint : complaints.all()) {
            try {
                complaint
                        .place()
                        .ifPresent(place -> files.add(base.resolve(place.file()).normalize()));
            } catch (InvalidPathException noFile) {
                // a place in no file
            }
        }
        return files;
    }

    /** Flows that wait for each other, or write one file, may be such that have not changed. */
    private boolean isInOrder(Gleam gleam, Complaints complaints) {
        try {
            gleam.inOrder(watched.readable());
            return true;
        } catch (InvalidFlowException e) {
            complaints.add(e.problems());
            return false;
        }
    }
}

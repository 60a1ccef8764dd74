package io.gleamflow;

import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Freshness;
import io.gleamflow.freshness.Removed;
import io.gleamflow.freshness.Spots;
import io.gleamflow.freshness.StartedRun;
import io.gleamflow.freshness.Status;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;
import io.gleamflow.report.Secrets;
import io.gleamflow.run.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the flows of a project that have to run, and removes what is written no more. Immutable. */
public final class Updates {

    private final Gleam gleam;
    private final Project project;
    private final Path state;
    private final List<Path> libraries;

    /**
     * @param state directory of the project's state
     * @param libraries gleam's
     */
    Updates(Gleam gleam, Project project, Path state, List<Path> libraries) {
        this.gleam = gleam;
        this.project = project;
        this.state = state;
        this.libraries = List.copyOf(libraries);
    }

    /** Whether a flow has to run, and why. Changes nothing, and connects to nothing. */
    public Status status(Flow flow) {
        Secrets secrets = Secrets.of(flow);
        return new Status(freshness(flow).status(flow).reasons().stream()
                .map(secrets::hidden)
                .toList());
    }

    /**
     * Runs a flow unless what it would write is there. Then removes what it wrote before and writes no more.
     *
     * @param force whether to run it in any case
     * @throws FailureException when it failed; nothing has changed then
     * @throws InterruptedException when the calling thread was interrupted; everything started has ended
     */
    public Update update(Flow flow, Tuning tuning, boolean force, RunListener listener)
            throws FailureException, InterruptedException {
        Status before = force ? Status.runs("gleam.force") : status(flow);
        if (before.isUpToDate()) {
            return Update.none(before);
        }
        return gleam.alone(tuning).with(flow, listener, (options, waited) -> {
            // another process may have run it meanwhile
            Status now = force ? before : status(flow);
            if (now.isUpToDate()) {
                return Update.none(now);
            }
            StartedRun started = freshness(flow).starts(flow);
            RunReport report = gleam.runLocked(flow, options, waited, listener);
            return new Update(now, Optional.of(report), noted(flow, started, report, listener));
        });
    }

    /** Adds all places that decide that a flow is up to date; throws when it is not. */
    void see(Flow flow, Spots spots) throws IOException {
        freshness(flow).see(flow, spots);
    }

    /** That a run cannot be noted changes nothing about how it went. */
    private static Optional<Removed> noted(Flow flow, StartedRun started, RunReport report, RunListener listener) {
        try {
            return Optional.of(started.ended(report));
        } catch (IOException e) {
            String message = "cannot note what was done, so that it will be done again: " + e;
            listener.warned(flow.name(), Secrets.of(flow).hidden(message));
            return Optional.empty();
        }
    }

    private Freshness freshness(Flow flow) {
        return freshness(EngineFacts.of(flow, project, libraries), EngineFacts.variables(flow, project));
    }

    private Freshness freshness(Map<String, String> facts, Map<String, String> variables) {
        return new Freshness(
                project.baseDirectory(), project.buildDirectory(), state.resolve("flows"), facts, variables);
    }

    private Freshness freshness() {
        return freshness(Map.of(), Map.of());
    }

    /**
     * Removes what flows of a directory have written whose descriptors are no more, and that nobody has changed since.
     *
     * @param log hears whom this waits for
     * @throws IOException when the project cannot be locked
     * @throws InterruptedException when the calling thread was interrupted
     */
    public List<Removed> removeOutputsOfGoneFlows(Path sourceDirectory, Consumer<String> log)
            throws IOException, InterruptedException {
        Freshness freshness = freshness();
        if (!freshness.hasGoneFlows(sourceDirectory)) {
            return List.of();
        }
        ProjectLock held = ProjectLock.take(state, "nothing", log);
        try {
            return freshness.removeOutputsOfGoneFlows(sourceDirectory);
        } finally {
            held.close();
        }
    }

    /** Forgets what was noted of the flow of a descriptor, so that it runs the next time; all files stay. */
    public boolean forget(Path descriptor) throws IOException {
        return freshness().forget(gleam.shown(descriptor));
    }

    /** Forgets what was noted of all flows. */
    public boolean forget() throws IOException {
        return freshness().forget();
    }
}

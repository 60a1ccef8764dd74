package io.gleamflow.maven;

import io.gleamflow.flow.Flow;
import io.gleamflow.freshness.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/** Says which flows would run, and why, in the order in which they would. */
final class DryRun {

    private final Log log;
    private final Workspace workspace;
    private final boolean force;
    private final int width;
    private final List<Flow> running = new ArrayList<>();

    /** @param width of the longest title */
    DryRun(Log log, Workspace workspace, boolean force, int width) {
        this.log = log;
        this.workspace = workspace;
        this.force = force;
        this.width = width;
    }

    void of(String name, String title, Flow flow) {
        Status status = force
                ? Status.runs("gleam.force")
                : workspace.engineFor(name).updates().status(flow);
        Optional<Flow> before = running.stream()
                .filter(other -> workspace.engineFor(name).reads(flow, other))
                .findFirst();
        if (status.isUpToDate() && before.isEmpty()) {
            log.info(RunLines.upToDate(title, width));
        } else {
            running.add(flow);
            List<String> reasons = status.isUpToDate()
                    ? List.of("it reads what `" + before.orElseThrow().name() + "` writes")
                    : RunLines.first(status.reasons());
            log.info(RunLines.line(title, width, "would run: " + String.join("; ", reasons)));
        }
    }
}

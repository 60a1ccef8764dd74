package io.gleamflow.maven;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.problem.Problem;
import io.gleamflow.testing.TestOutcome;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Writes what came out of flows into their tests. */
record ExpectationUpdates(Log log, Workspace workspace) {

    /** Whether all that was other than expected could be written. */
    boolean write(FlowFile file, List<TestOutcome> outcomes) throws MojoExecutionException {
        List<ExpectedUpdate> updates =
                outcomes.stream().flatMap(each -> each.updates().stream()).toList();
        boolean complete = outcomes.stream()
                .allMatch(each -> each.isPassed() || !each.updates().isEmpty());
        if (updates.isEmpty()) {
            return complete;
        }
        try {
            List<Problem> byHand = workspace.engineFor(file.name()).update(file.path(), updates);
            byHand.forEach(problem -> log.warn(problem.toString()));
            int made = updates.size() - byHand.size();
            if (made > 0) {
                log.warn(workspace.shown(file.path()) + ": " + made + (made == 1 ? " expectation" : " expectations")
                        + " rewritten; look at what has changed");
            }
            return complete && byHand.isEmpty();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + workspace.shown(file.path()) + ": " + e, e);
        }
    }
}

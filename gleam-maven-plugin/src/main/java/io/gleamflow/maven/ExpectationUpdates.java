package io.gleamflow.maven;

import io.gleamflow.testing.TestOutcome;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Writes what came out of flows into their tests. */
record ExpectationUpdates(Log log, Workspace workspace) {

    void write(FlowFile file, List<TestOutcome> outcomes) {
        log.debug(file.name() + ": " + outcomes.size());
    }
}

package io.gleamflow.report;

import java.time.Instant;
import java.util.List;

/**
 * What the flows of one module did in one build, in the order they ran.
 *
 * @param project what people call the module
 * @param written when the report was made
 */
public record BuildReport(String project, Instant written, List<FlowResult> flows) {

    public BuildReport {
        flows = List.copyOf(flows);
    }

    /** Secrets of all the flows. */
    public Secrets secrets() {
        return Secrets.of(flows.stream().map(FlowResult::flow).toList());
    }
}

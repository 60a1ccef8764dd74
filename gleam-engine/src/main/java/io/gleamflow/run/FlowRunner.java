package io.gleamflow.run;

import io.gleamflow.flow.Flow;
import io.gleamflow.problem.FailureException;
import io.gleamflow.report.RunReport;

/** Runs a flow: all its outputs are published, or none. */
public interface FlowRunner {

    /**
     * Runs a checked flow to its end.
     *
     * @throws FailureException when it failed; nothing has changed then and nothing is left behind
     * @throws InterruptedException when the calling thread was interrupted; the same holds
     */
    RunReport run(Flow flow, RunOptions options, RunListener listener) throws FailureException, InterruptedException;
}

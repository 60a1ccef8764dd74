package io.gleamflow;

import io.gleamflow.freshness.Removed;
import io.gleamflow.freshness.Status;
import io.gleamflow.report.RunReport;
import java.util.Optional;

/**
 * How it went to bring the outputs of a flow up to date.
 *
 * @param before whether the flow had to run, and why
 * @param report of the run; empty when none was needed
 * @param removed what the flow writes no more; empty when it did not run
 */
public record Update(Status before, Optional<RunReport> report, Optional<Removed> removed) {

    static Update none(Status upToDate) {
        return new Update(upToDate, Optional.empty(), Optional.empty());
    }
}

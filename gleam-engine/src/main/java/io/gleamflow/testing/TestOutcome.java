package io.gleamflow.testing;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.TestCase;
import io.gleamflow.problem.Place;
import io.gleamflow.report.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a test went. No text in it has a secret of the flow.
 *
 * @param message what is wrong, on one line; empty when nothing is
 * @param place where to look first
 * @param details further lines
 * @param output what the flow has shown meanwhile
 * @param report of the run, as far as it came; empty when there was none
 * @param updates rows that would have been right, where others were expected
 */
public record TestOutcome(
        TestCase test,
        Verdict verdict,
        String message,
        Place place,
        List<String> details,
        Duration time,
        List<String> output,
        Optional<RunReport> report,
        List<ExpectedUpdate> updates) {

    public TestOutcome {
        details = List.copyOf(details);
        output = List.copyOf(output);
        updates = List.copyOf(updates);
    }

    /** The ways a test can go. */
    public enum Verdict {
        PASSED,
        /** something else came out than was expected */
        FAILED,
        /** the flow could not be run, or failed where no failure was expected */
        BROKEN
    }

    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }
}

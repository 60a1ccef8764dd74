package io.gleamflow.local;

import io.gleamflow.flow.Flow;
import io.gleamflow.flow.TimeSpan;
import io.gleamflow.problem.Blame;
import io.gleamflow.problem.Failure;
import io.gleamflow.run.RunOptions;
import java.time.Duration;

/** How long a whole run may last: what the options say, less what is over already. */
record RunTimeout(Flow flow, RunOptions options, Duration over) {

    /** Begins to count, if there is a limit; when it is reached, the run fails. */
    void watch(Deadlines deadlines, FirstFailure failure) {
        if (options.timeout().isPresent()) {
            Duration span = options.timeout().get();
            String message = "the flow did not end within " + TimeSpan.shown(span);
            Failure late = Failure.of(Blame.RESOURCES, flow.place(), flow.name(), message);
            deadlines.watch(span.minus(over), () -> failure.fail(late));
        }
    }
}

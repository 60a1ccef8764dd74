package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens when a step cannot take a row, or cannot do its work at all. Whatever is not the fault of one row, such as a
 * program that fails, fails the run unless there is {@link Retry}.
 */
public sealed interface OnError {

    /** The run fails. */
    record Fail() implements OnError {}

    /** The row is left out, and counted. */
    record Skip() implements OnError {}

    /**
     * The row is left out and told of in another dataset.
     *
     * @param to the name of a dataset, or the path of a file
     * @param atMost how many rows may be rejected before the run fails all the same
     */
    record Reject(Text to, Optional<Limit> atMost) implements OnError {}

    /**
     * The step does its work once more, from its start; what it made before counts for nothing.
     *
     * @param times how often, from 1
     * @param delay before each
     */
    record Retry(int times, Duration delay) implements OnError {}

    /** What a step does that says nothing. */
    static OnError fail() {
        return new Fail();
    }

    /** Whether the run goes on without a row that the step cannot take. */
    default boolean rejectsRows() {
        return this instanceof Skip || this instanceof Reject;
    }

    /**
     * A number of rows, or a part of those that came.
     *
     * @param rows meant when {@code percent} is negative
     * @param percent from 0 to 100, or negative
     * @param place of the limit in the descriptor
     */
    record Limit(long rows, double percent, String text, Place place) {

        /** Whether so many rejected rows of so many that came are too many. */
        public boolean isExceeded(long rejected, long came) {
            return percent < 0 ? rejected > rows : rejected * 100.0 > percent * came;
        }
    }
}

package io.gleamflow.local;

import io.gleamflow.problem.Failure;
import java.time.Duration;

/** How long something may last. */
interface Limit {

    Duration span();

    /** What is said when it was not kept. */
    Failure failure();
}

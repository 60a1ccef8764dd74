package io.gleamflow.local;

import io.gleamflow.problem.FailureException;

/** Carries what ended a task through row sinks, which throw nothing checked. */
final class Stopped extends RuntimeException {

    private final transient Exception reason;

    Stopped(FailureException reason) {
        super(reason);
        this.reason = reason;
    }

    Stopped(InterruptedException reason) {
        super(reason);
        this.reason = reason;
    }

    /** Throws what was carried. */
    void rethrow() throws FailureException, InterruptedException {
        if (reason instanceof FailureException failure) {
            throw failure;
        } else if (reason instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        throw this;
    }
}

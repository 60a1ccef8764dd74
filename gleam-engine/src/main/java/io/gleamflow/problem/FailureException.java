package io.gleamflow.problem;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} to whoever runs the flow. */
public final class FailureException extends Exception {

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}

package io.gleamflow.local;

import io.gleamflow.problem.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the failure that came first, since others are its consequences, and ends everything when it comes. Thread-safe. */
final class FirstFailure {

    private final Runnable cancel;
    private @Nullable Failure first;

    /**
     * @param cancel called once, by the thread that failed first
     */
    FirstFailure(Runnable cancel) {
        this.cancel = cancel;
    }

    void fail(Failure failure) {
        synchronized (this) {
            if (first != null) {
                return;
            }
            first = failure;
        }
        cancel.run();
    }

    synchronized Optional<Failure> get() {
        return Optional.ofNullable(first);
    }
}

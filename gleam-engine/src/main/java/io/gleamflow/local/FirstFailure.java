package io.gleamflow.local;

import io.gleamflow.problem.Failure;
import io.gleamflow.problem.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps the failure that came first, since others are its consequences, and ends everything when it comes. Thread-safe. */
final class FirstFailure {

    private @Nullable Failure first;
    private @Nullable Runnable cancel;
    private boolean over;

    /**
     * Says how everything is ended.
     *
     * @param ends called once, by the thread that fails first, or at once when one has failed
     */
    void whenFailed(Runnable ends) {
        synchronized (this) {
            cancel = ends;
            if (!over) {
                return;
            }
        }
        ends.run();
    }

    /** Returns whether it was the first. */
    boolean fail(Failure failure) {
        Runnable ends;
        synchronized (this) {
            if (over) {
                return false;
            }
            first = failure;
            over = true;
            notifyAll();
            ends = cancel;
        }
        if (ends != null) {
            ends.run();
        }
        return true;
    }

    /** Ends everything for no failure of its own. */
    void cancel() {
        Runnable ends;
        synchronized (this) {
            over = true;
            notifyAll();
            ends = cancel;
        }
        if (ends != null) {
            ends.run();
        }
    }

    /** Waits for some time, or until everything is ended; returns whether it has been. */
    synchronized boolean isOverWithin(Duration span) throws InterruptedException {
        long end = System.nanoTime() + Deadlines.nanos(span);
        for (long left = Deadlines.nanos(span); left > 0 && !over; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return over;
    }

    /** Whether everything has been ended, so that what fails now fails for that. */
    synchronized boolean isOver() {
        return over;
    }

    synchronized Optional<Failure> get() {
        return Optional.ofNullable(first);
    }

    void rethrow() throws FailureException {
        Optional<Failure> failure = get();
        if (failure.isPresent()) {
            throw new FailureException(failure.get());
        }
    }
}

package io.gleamflow.operator;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory that all operators of a run share. They ask before they grow and spill when they are refused. Thread-safe and
 * lock-free.
 */
public final class Budget {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    private Budget(long limit) {
        this.limit = limit;
    }

    /** A budget of so many bytes; with none, operators use no more than their floors. */
    public static Budget of(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a budget of " + bytes + " bytes");
        }
        return new Budget(bytes);
    }

    /** Takes so many bytes, or none and returns false when there are not so many left. */
    public boolean take(long bytes) {
        long before = taken.get();
        while (bytes <= limit - before) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    /** Gives back what was taken. */
    public void give(long bytes) {
        if (taken.addAndGet(-bytes) < 0) {
            throw new IllegalStateException("more memory is given back than was taken");
        }
    }

    /** Bytes taken at the moment. */
    public long taken() {
        return taken.get();
    }

    /** Bytes left at the moment. */
    long free() {
        return limit - taken.get();
    }
}

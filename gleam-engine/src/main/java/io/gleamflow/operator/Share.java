package io.gleamflow.operator;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one operator holds of a {@link Budget}. Grows by one thread; may be given back by another, and more than once.
 *
 * <p>A share never exceeds a multiple of what would be left for others, so that the operator which comes last is not
 * starved by the one that came first. The idea is that of Choudhury and Hahne, "Dynamic queue length thresholds for
 * shared-memory packet switches" (1998).
 */
final class Share {

    /** Bytes an operator may use without asking. */
    static final int FLOOR = 32 << 10;

    /** Budgets are asked for so many bytes at once. */
    private static final int CHUNK = 256 << 10;

    /** A share is at most so many times what it leaves. */
    private static final int GREED = 4;

    private final Budget budget;
    private final AtomicLong held = new AtomicLong();

    Share(Budget budget) {
        this.budget = budget;
    }

    /** Whether the operator may use so many bytes in all; when it may not, it keeps what it had. */
    boolean covers(long bytes) {
        long more = bytes - FLOOR - held.get();
        return more <= 0 || grow((more + CHUNK - 1) / CHUNK * CHUNK) || grow(more);
    }

    private boolean grow(long more) {
        boolean modest = held.get() + more <= GREED * (budget.free() - more);
        if (modest && budget.take(more)) {
            held.addAndGet(more);
            return true;
        }
        return false;
    }

    /** Gives back what is beyond so many bytes in all. */
    void shrink(long bytes) {
        long excess = held.get() - Math.max(0, bytes - FLOOR);
        if (excess > 0) {
            held.addAndGet(-excess);
            budget.give(excess);
        }
    }

    /** Gives everything back. */
    void release() {
        budget.give(held.getAndSet(0));
    }
}

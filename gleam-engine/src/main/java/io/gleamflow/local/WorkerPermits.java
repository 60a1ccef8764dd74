package io.gleamflow.local;

import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * How many workers may run at once, so that a flow of many datasets does not start a crowd of them. A task whose rows are
 * still being made may have to wait for another that wants a worker too; so one permit is kept for tasks whose rows are all
 * there, which wait for nobody and always end. Thread-safe.
 */
final class WorkerPermits {

    private static final int LEAST = 4;

    private final Semaphore all;
    private final Semaphore ofWaiting;

    private WorkerPermits(int workers) {
        this.all = new Semaphore(workers, true);
        this.ofWaiting = new Semaphore(workers - 1, true);
    }

    /** Two for each core: one may wait for rows while the other works. */
    static WorkerPermits forCores(int cores) {
        return new WorkerPermits(most(cores));
    }

    /** How many workers there are at most. */
    static int most(int cores) {
        return Math.max(LEAST, 2 * cores);
    }

    /** The right to one worker. */
    interface Permit {
        void release();
    }

    /** Waits for the right to a worker for these rows. */
    Permit acquire(ShardRows rows) throws IOException, InterruptedException {
        if (ofWaiting.tryAcquire()) {
            if (all.tryAcquire()) {
                return () -> {
                    all.release();
                    ofWaiting.release();
                };
            }
            ofWaiting.release();
        }
        rows.awaitAll();
        all.acquire();
        return all::release;
    }
}

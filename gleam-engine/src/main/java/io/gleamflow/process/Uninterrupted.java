package io.gleamflow.process;

import java.util.concurrent.TimeUnit;

/** Waits that last their time even when the thread is interrupted, for cleaning up; the interruption is kept. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** One wait for at most so many nanoseconds; whether what was waited for came. */
    private interface Wait {
        boolean nanos(long nanos) throws InterruptedException;
    }

    static boolean await(Process process, long time, TimeUnit unit) {
        return repeat(nanos -> process.waitFor(nanos, TimeUnit.NANOSECONDS), unit.toNanos(time));
    }

    static boolean join(Thread thread, long time, TimeUnit unit) {
        return repeat(
                nanos -> {
                    TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(nanos, 1));
                    return !thread.isAlive();
                },
                unit.toNanos(time));
    }

    private static boolean repeat(Wait wait, long nanos) {
        long end = System.nanoTime() + nanos;
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return wait.nanos(end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

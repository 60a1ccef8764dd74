package io.gleamflow.local;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at the clock for all that may last only so long; one thread, which there is not before somebody asks. Thread-safe. */
final class Deadlines implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofDays(10_000);

    private @Nullable ScheduledThreadPoolExecutor clock;
    private boolean closed;

    private synchronized ScheduledThreadPoolExecutor clock() {
        if (clock == null) {
            clock = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "gleam-deadlines");
                thread.setDaemon(true);
                return thread;
            });
            clock.setRemoveOnCancelPolicy(true);
            clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            if (closed) {
                clock.shutdown();
            }
        }
        return clock;
    }

    /** What lasts from now until it is closed. */
    interface Watch extends AutoCloseable {

        /** Of what may last for ever. */
        Watch NONE = new Watch() {
            @Override
            public void pause() {}

            @Override
            public void resume() {}

            @Override
            public void close() {}
        };

        /** Time does not count until {@link #resume}. */
        void pause();

        void resume();

        /** It has ended, whatever the time is. */
        @Override
        void close();
    }

    /**
     * Begins to count.
     *
     * @param late called once, by the thread that all watches share, when what is watched has lasted longer
     */
    Watch watch(Duration span, Runnable late) {
        Timed watch = new Timed(nanos(span), late);
        watch.resume();
        return watch;
    }

    /** A span of time, or a very long one that can still be counted in nanoseconds. */
    static long nanos(Duration span) {
        return span.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : span.toNanos();
    }

    /** Calls nobody any more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (clock != null) {
            clock.shutdown();
        }
    }

    private final class Timed implements Watch {
        private final Runnable late;
        private long left;
        private long since;
        private boolean over;
        private @Nullable Future<?> alarm;

        Timed(long nanos, Runnable late) {
            this.left = nanos;
            this.late = late;
        }

        @Override
        public synchronized void resume() {
            if (alarm == null && !over) {
                since = System.nanoTime();
                alarm = clock().schedule(this::ring, left, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public synchronized void pause() {
            if (alarm != null) {
                alarm.cancel(false);
                alarm = null;
                left = Math.max(0, left - (System.nanoTime() - since));
            }
        }

        @Override
        public synchronized void close() {
            pause();
            over = true;
        }

        private void ring() {
            synchronized (this) {
                // an alarm that could not be cancelled any more
                if (alarm == null) {
                    return;
                }
                alarm = null;
                over = true;
            }
            late.run();
        }
    }
}

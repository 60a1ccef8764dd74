package io.gleamflow.faults;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes of a run that has ended. */
final class Orphans {

    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final String mark;
    private final EngineProcess engine;
    private List<MarkedProcess> left = List.of();

    Orphans(String mark, EngineProcess engine) {
        this.mark = mark;
        this.engine = engine;
    }

    /** Waits until all have ended, but no longer than they may take, and returns how many milliseconds that took. */
    long await() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            left = MarkedProcess.living(mark).stream()
                    .filter(process -> process.pid() != engine.pid())
                    .toList();
            long waited = System.nanoTime() - start;
            if (left.isEmpty() || waited > LIMIT_NANOS) {
                return TimeUnit.NANOSECONDS.toMillis(waited);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Who had not ended then. */
    List<MarkedProcess> left() {
        return left;
    }
}

package io.gleamflow.maven;

import io.gleamflow.run.Progress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line in the log now and then, so that nobody takes a long run for a dead one. */
final class Heartbeat implements Ticker {

    private static final long PAUSE_NANOS = 10_000_000_000L;

    private final String title;
    private final Consumer<String> log;
    private final LongSupplier clock;
    private long told;

    /**
     * @param title what to call the flow
     * @param clock in nanoseconds
     */
    Heartbeat(String title, Consumer<String> log, LongSupplier clock) {
        this.title = title;
        this.log = log;
        this.clock = clock;
        this.told = clock.getAsLong();
    }

    @Override
    public void tick(Optional<Progress> progress) {
        long now = clock.getAsLong();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            log.accept("  " + title + ": " + progress.map(ProgressText::of).orElse("waiting"));
        }
    }
}

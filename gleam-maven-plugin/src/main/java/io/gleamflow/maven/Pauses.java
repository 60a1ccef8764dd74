package io.gleamflow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ticks of the clock on the wall, until a file is there. Whoever has much to look at looks less often.
 *
 * @param until ends them; when empty, they never end
 */
record Pauses(Duration interval, Optional<Path> until) implements Watch.Ticks {

    /** So much longer than a look is a pause, at least. */
    private static final int LEAST_FACTOR = 10;

    @Override
    public boolean next(Duration looked) throws InterruptedException {
        if (isOver()) {
            return false;
        }
        Duration least = looked.multipliedBy(LEAST_FACTOR);
        Duration pause = interval.compareTo(least) < 0 ? least : interval;
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        return !isOver();
    }

    private boolean isOver() {
        return until.filter(Files::exists).isPresent();
    }
}

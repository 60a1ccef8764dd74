package io.gleamflow.connector;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a file belongs to, as part of the file's name: who has died is told apart from another that was given
 * the same number later.
 *
 * @param started in milliseconds; 0 where the system does not tell
 */
public record Owner(long pid, long started) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** Two looks at the start of one process may differ by as much as the clock was set between them. */
    private static final long SAME_START_MILLIS = 10_000;

    /** This process. */
    public static Owner self() {
        ProcessHandle self = ProcessHandle.current();
        Optional<Instant> started = started(self);
        return new Owner(self.pid(), started.isPresent() ? started.get().toEpochMilli() : 0);
    }

    /** What {@link #toString} has made; empty for anything else. */
    public static Optional<Owner> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Owner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether the process runs. */
    public boolean lives() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !process.get().isAlive()) {
            return false;
        }
        Optional<Instant> start = started(process.get());
        return start.isEmpty() || Math.abs(start.get().toEpochMilli() - started) < SAME_START_MILLIS;
    }

    private static Optional<Instant> started(ProcessHandle process) {
        return process.info().startInstant();
    }

    /** Digits and a hyphen. */
    @Override
    public String toString() {
        return pid + "-" + started;
    }
}

package io.gleamflow.benchmarks.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/** Adds up loads that were recorded every now and then, each for the time since the one before. */
final class CpuTime {

    private static final double FIRST = 1;

    private final Map<Object, Instant> last = new HashMap<>();
    private double user;
    private double system;

    /** What is added from here on is of another process. */
    void begin() {
        last.clear();
    }

    /** @param of what it is the load of; loads are parts of all cores */
    void add(RecordedEvent load, Object of, String userField, String systemField) {
        Instant now = load.getStartTime();
        Instant before = last.put(of, now);
        double seconds = before == null ? FIRST : Duration.between(before, now).toNanos() / 1e9;
        double cores = seconds * Runtime.getRuntime().availableProcessors();
        user += cores * load.getFloat(userField);
        system += cores * load.getFloat(systemField);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s (%.1f user, %.1f system)", user + system, user, system);
    }
}

package io.gleamflow.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
final class Words {

    /** What nobody knows. */
    static final String UNKNOWN = "–";

    private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

    private Words() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String rows(long count) {
        return things(count, "row");
    }

    static String things(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes / 1000.0;
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, UNITS.get(unit));
    }

    static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        } else if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        } else if (millis < 3_600_000) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    static String percent(long part, long all) {
        double percent = all == 0 ? 0 : 100.0 * part / all;
        return String.format(Locale.ROOT, percent < 10 && part > 0 ? "%.1f %%" : "%.0f %%", percent);
    }
}

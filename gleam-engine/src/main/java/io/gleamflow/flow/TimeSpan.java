package io.gleamflow.flow;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 10m}. */
public final class TimeSpan {

    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h)", Pattern.CASE_INSENSITIVE);

    private TimeSpan() {}

    /** A whole number of milliseconds, seconds, minutes or hours; empty for anything else. */
    public static Optional<Duration> parse(String text) {
        Matcher span = SPAN.matcher(text.strip());
        if (!span.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(span.group(1));
        return Optional.of(
                switch (span.group(2).toLowerCase(Locale.ROOT)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }

    /** The span with the largest unit that leaves no rest: {@code 90s}, {@code 2m}. */
    public static String shown(Duration span) {
        long millis = span.toMillis();
        if (millis % 1000 != 0 || millis == 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}

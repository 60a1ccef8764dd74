package io.gleamflow.problem;

import java.util.Optional;

/**
 * Something wrong with a flow, found before it runs.
 *
 * @param hint how to mend it, one sentence, or empty
 */
public record Problem(Severity severity, Place place, String message, Optional<String> hint) {

    /** Whether the flow may still run. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Place place, String message) {
        return new Problem(Severity.ERROR, place, message, Optional.empty());
    }

    public static Problem warning(Place place, String message) {
        return new Problem(Severity.WARNING, place, message, Optional.empty());
    }

    /** The same problem with a cure. */
    public Problem hint(String cure) {
        return new Problem(severity, place, message, Optional.of(cure));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: place, message and hint. */
    @Override
    public String toString() {
        return place + ": " + message + hint.map(h -> " (" + h + ")").orElse("");
    }
}

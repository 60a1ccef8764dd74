package io.gleamflow.problem;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What ended a run.
 *
 * @param place of the step in the descriptor, or as near as known
 * @param step what failed in the user's words, such as {@code map}
 * @param message one line that is enough to act on
 * @param details further lines: the row, the last lines a program wrote
 */
public record Failure(Blame blame, Place place, String step, String message, List<String> details) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    public Failure {
        step = harmless(step);
        message = harmless(message);
        details = details.stream().map(Failure::harmless).toList();
    }

    /** Without what would make a terminal do things: programs and data have their words in it. */
    public static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    public static Failure of(Blame blame, Place place, String step, String message) {
        return new Failure(blame, place, step, message, List.of());
    }

    /** Place, step and message on one line. */
    @Override
    public String toString() {
        return place + ": " + step + " failed: " + message;
    }
}

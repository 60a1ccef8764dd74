package io.gleamflow.maven;

import io.gleamflow.problem.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoFailureException;

/** A parameter that is one of some words. */
final class Choice {

    private Choice() {}

    /**
     * The constant that a word names.
     *
     * @param property what messages call the parameter
     */
    static <E extends Enum<E>> E of(Class<E> type, String property, String word) throws MojoFailureException {
        String given = word.trim().toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(given)) {
            String hint = Nearest.hint(given, words).map(text -> ". " + text).orElse("");
            throw new MojoFailureException(
                    property + " is `" + word + "`, and can be " + String.join(", ", words) + hint);
        }
        return Enum.valueOf(type, given.toUpperCase(Locale.ROOT));
    }
}

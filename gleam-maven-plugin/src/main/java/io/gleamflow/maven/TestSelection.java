package io.gleamflow.maven;

import io.gleamflow.flow.TestCase;
import io.gleamflow.problem.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -Dgleam.test} picks: flows, or tests of flows behind a {@code #}, with {@code *} and {@code ?}, separated by
 * commas; everything when absent. A comma may be part of the name of a test, too: a text that is one name picks that.
 */
final class TestSelection {

    private final List<String> wanted;

    TestSelection(@Nullable String test) {
        wanted = test == null || test.isBlank() ? List.of() : List.of(test.strip());
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    boolean picks(String flow, String name) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(text -> picks(text, flow, name)
                                || parts(text).stream().anyMatch(part -> picks(part, flow, name)));
    }

    private static boolean picks(String pattern, String flow, String name) {
        int hash = pattern.indexOf('#');
        return hash < 0
                ? matches(pattern, flow)
                : matches(pattern.substring(0, hash), flow) && matches(pattern.substring(hash + 1), name);
    }

    /** The name of a test may have any characters, slashes too. */
    private static boolean matches(String pattern, String name) {
        if (pattern.equals(name)) {
            return true;
        }
        String regex = pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
    }

    /** Refuses a part that picks nothing of what there is. */
    void refuseUnknown(Map<FlowFile, List<TestCase>> tests) throws MojoFailureException {
        for (String text : wanted) {
            if (picksSome(text, tests)) {
                continue;
            }
            for (String part : parts(text)) {
                if (!picksSome(part, tests)) {
                    throw new MojoFailureException(message(part, tests));
                }
            }
        }
    }

    private static boolean picksSome(String pattern, Map<FlowFile, List<TestCase>> tests) {
        return tests.entrySet().stream()
                .anyMatch(entry -> entry.getValue().stream()
                        .anyMatch(test -> picks(pattern, entry.getKey().name(), test.name())));
    }

    private static String message(String unknown, Map<FlowFile, List<TestCase>> tests) {
        List<String> names = new ArrayList<>();
        tests.forEach((file, cases) -> cases.forEach(test -> names.add(file.name() + "#" + test.name())));
        List<String> flows = tests.keySet().stream().map(FlowFile::name).toList();
        String near = Nearest.hint(unknown, unknown.indexOf('#') < 0 ? flows : names)
                .map(hint -> hint + " ")
                .orElse("");
        String all = names.isEmpty() ? "there are no tests" : "the tests are " + String.join(", ", names);
        return "there is no test `" + unknown + "`. " + near + "(" + all + ")";
    }
}

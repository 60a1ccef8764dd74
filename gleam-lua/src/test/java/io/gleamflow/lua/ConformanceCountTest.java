package io.gleamflow.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promise of docs/lua.md: how many checks there are, and that each function and each item of a pattern has twenty. */
class ConformanceCountTest {
    private static final int PROMISED = 1500;
    private static final int EACH = 20;

    private static long count(Predicate<Checks.Check> wanted) throws IOException {
        return Checks.all().stream().filter(wanted).distinct().count();
    }

    @Test
    void thereAreAsManyChecksAsPromised() throws IOException {
        assertThat(count(check -> true)).isGreaterThanOrEqualTo(PROMISED);
    }

    /** The lines of counted.txt that begin with a word. */
    private static List<String> counted(String kind) throws IOException {
        return new String(Checks.resource("/counted.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(kind + " "))
                .flatMap(line -> Stream.of(line.substring(kind.length() + 1).split(" ")))
                .toList();
    }

    private static boolean isAbout(Checks.Check check, String word) {
        return List.of(check.subject().split(" ")).contains(word);
    }

    static List<String> functions() throws IOException {
        return counted("function");
    }

    static List<String> methods() throws IOException {
        return counted("method");
    }

    static List<String> items() throws IOException {
        return counted("item");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void eachFunctionIsChecked(String name) throws IOException {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String method = name.startsWith("string.") ? "|:" + last + "\\b" : "";
        Pattern mention = Pattern.compile("(?<![\\w.:])" + Pattern.quote(name) + "\\b" + method);
        assertThat(count(check ->
                        isAbout(check, name) || mention.matcher(check.text()).find()))
                .isGreaterThanOrEqualTo(EACH);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void eachMethodOfAFileIsChecked(String name) throws IOException {
        Pattern mention = Pattern.compile("\\w[:.]" + name + "\\b");
        assertThat(count(check -> check.section().startsWith("io")
                        && mention.matcher(check.text()).find()))
                .isGreaterThanOrEqualTo(EACH);
    }

    @ParameterizedTest
    @MethodSource("items")
    void eachItemOfAPatternIsChecked(String item) throws IOException {
        assertThat(count(check -> check.section().startsWith("pattern") && isAbout(check, item)))
                .isGreaterThanOrEqualTo(EACH);
    }
}

package io.gleamflow.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.editor.FlowSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schema that editors read has the words that the readers take, and no others, each with a text for people. */
class SchemaHasAllWordsTest {

    private static final Map<?, ?> SCHEMA = schema();
    private static final Map<?, ?> DEFINITIONS = map(SCHEMA.get("definitions"));

    /** What is JSON is YAML, too. */
    private static Map<?, ?> schema() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return map(new Yaml(new SafeConstructor(options)).load(FlowSchema.text()));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("no object: " + value);
    }

    private static List<?> forms(@Nullable Object schema) {
        return map(schema).get("anyOf") instanceof List<?> forms ? forms : List.of();
    }

    private static Map<?, ?> properties(@Nullable Object schema) {
        return map(map(schema).get("properties"));
    }

    private static List<String> words(@Nullable Object schema) {
        return properties(schema).keySet().stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> step(String verb) {
        return map(DEFINITIONS.get("step_" + verb));
    }

    static Set<String> verbs() {
        return Words.verbs();
    }

    @Test
    void theKeysAtTheTopAreThoseOfTheReader() {
        assertThat(words(SCHEMA)).hasSameElementsAs(Words.TOP);
        assertThat(SCHEMA.get("additionalProperties")).isEqualTo(false);
    }

    @Test
    void aStepHasOneOfTheVerbs() {
        List<String> wanted =
                Words.verbs().stream().map(verb -> "#/definitions/step_" + verb).toList();
        List<?> forms = forms(DEFINITIONS.get("step"));
        assertThat(forms.stream()
                        .map(form -> String.valueOf(map(form).get("$ref")))
                        .limit(wanted.size()))
                .containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aVerbHasTheOptionsThatTheReaderTakes(String verb) {
        Set<String> wanted = new TreeSet<>(Words.options(verb));
        wanted.add(verb);
        assertThat(words(step(verb))).hasSameElementsAs(wanted);
        assertThat(step(verb).get("required")).isEqualTo(List.of(verb));
        assertThat(step(verb).get("additionalProperties")).isEqualTo(false);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void onlyWhatMaySucceedTheNextTimeIsRetried(String verb) {
        boolean retries = !Map.of("$ref", "#/definitions/onErrorOption")
                .equals(properties(step(verb)).get("onError"));
        assertThat(retries).isEqualTo(Words.isRepeatable(verb));
    }

    @Test
    void defaultsTestsAndParamsHaveTheirKeys() {
        assertThat(words(properties(SCHEMA).get("defaults"))).hasSameElementsAs(Words.DEFAULTS);
        assertThat(words(DEFINITIONS.get("test"))).hasSameElementsAs(Words.TESTS);
        Map<?, ?> declared = map(forms(DEFINITIONS.get("param")).get(1));
        assertThat(words(declared)).hasSameElementsAs(ParamsReader.KEYS);
    }

    @Test
    void everyKeyAnAuthorWritesIsExplained() {
        assertThat(unexplained(SCHEMA, "")).isEmpty();
    }

    private static Set<String> unexplained(Object node, String path) {
        Set<String> found = new TreeSet<>();
        if (node instanceof List<?> list) {
            list.forEach(each -> found.addAll(unexplained(each, path)));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String inside = path + "/" + key;
                if (path.endsWith("/properties") && !isExplained(map(value))) {
                    found.add(inside);
                }
                found.addAll(unexplained(value, inside));
            });
        }
        return found;
    }

    private static boolean isExplained(Map<?, ?> schema) {
        String ref = String.valueOf(schema.get("$ref")).replace("#/definitions/", "");
        return schema.containsKey("description")
                || DEFINITIONS.containsKey(ref) && map(DEFINITIONS.get(ref)).containsKey("description");
    }
}

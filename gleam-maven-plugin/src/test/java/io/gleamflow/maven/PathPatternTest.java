package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "**/*.yaml,      a.yaml,          true",
        "**/*.yaml,      deep/er/a.yaml,  true",
        "**/*.yaml,      a.yml,           false",
        "*.yaml,         deep/a.yaml,     false",
        "drafts/,        drafts/x/a.yaml, true",
        "drafts/**,      drafts/a.yaml,   true",
        "a/**/b.yaml,    a/b.yaml,        true",
        "a/**/b.yaml,    a/x/y/b.yaml,    true",
        "word*,          word-count,      true",
        "wor?,           word,            true",
        "wor?,           wor/,            false",
        "a.yaml,         aXyaml,          false",
        "(a|b)[0-9]$,    (a|b)[0-9]$,     true",
    })
    void patternsMeanWhatTheyMeanElsewhereInMaven(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }
}

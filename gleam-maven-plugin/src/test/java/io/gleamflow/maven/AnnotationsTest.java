package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.problem.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private final List<String> lines = new ArrayList<>();

    private Annotations in(Map<String, String> environment) {
        return Annotations.of(environment, Path.of("/repo/module"), lines::add);
    }

    @Test
    void aProblemIsAtItsPlaceInTheRepository() {
        Annotations annotations = in(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "/repo"));
        annotations.error(new Place("src/main/gleam/a.yaml", 3, 7), "no");
        annotations.warning(new Place("src/main/gleam/a.yaml", 0, 0), "well");
        assertThat(lines)
                .containsExactly(
                        "::error file=module/src/main/gleam/a.yaml,line=3,col=7::no\n",
                        "::warning file=module/src/main/gleam/a.yaml::well\n");
    }

    @Test
    void whatWouldEndACommandIsEscaped() {
        in(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "/repo"))
                .error(new Place("a,b:c%.yaml", 1, 0), "100 %\r\n::error::forged");
        assertThat(lines)
                .containsExactly("::error file=module/a%2Cb%3Ac%25.yaml,line=1::100 %25%0D%0A::error::forged\n");
    }

    @Test
    void elsewhereThereAreNone() {
        in(Map.of()).error(new Place("a.yaml", 1, 1), "no");
        in(Map.of("GITHUB_ACTIONS", "false")).error(new Place("a.yaml", 1, 1), "no");
        assertThat(lines).isEmpty();
    }

    @Test
    void whoAsksForThemGetsThemElsewhereToo() {
        Annotations.always(Map.of(), Path.of("/repo/module"), lines::add).error(new Place("a.yaml", 1, 1), "no");
        assertThat(lines).containsExactly("::error file=a.yaml,line=1,col=1::no\n");
    }
}

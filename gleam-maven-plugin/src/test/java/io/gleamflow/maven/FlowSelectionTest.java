package io.gleamflow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowSelectionTest {

    private static final List<FlowFile> ALL = List.of(flow("orders"), flow("word-count"), flow("word-lengths"));

    private static FlowFile flow(String name) {
        return new FlowFile(name, Path.of(name + ".yaml"));
    }

    @Test
    void nothingWantedMeansEverything() {
        assertThat(new FlowSelection(List.of()).of(ALL)).isEqualTo(ALL);
        assertThat(new FlowSelection(List.of(" ")).of(ALL)).isEqualTo(ALL);
    }

    @Test
    void picksByNameAndByPatternInTheOrderOfTheFlows() {
        assertThat(new FlowSelection(List.of(" word-*", "orders")).of(ALL)).isEqualTo(ALL);
        assertThat(new FlowSelection(List.of("word-count")).of(ALL)).containsExactly(flow("word-count"));
    }

    @Test
    void aNameOfNoFlowIsUnknownAndSoIsAPatternThatPicksNone() {
        List<String> names = ALL.stream().map(FlowFile::name).toList();
        assertThat(new FlowSelection(List.of("order", "word*", "x*")).unknown(names))
                .containsExactly("order", "x*");
        assertThat(FlowSelection.message("order", names))
                .isEqualTo("there is no flow `order`. Did you mean `orders`? "
                        + "(the flows are orders, word-count, word-lengths)");
    }
}

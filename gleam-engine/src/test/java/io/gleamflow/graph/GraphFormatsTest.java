package io.gleamflow.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.Gleam;
import io.gleamflow.LuaChoice;
import io.gleamflow.Project;
import io.gleamflow.Tuning;
import io.gleamflow.flow.Flow;
import io.gleamflow.graph.FlowGraph.Kind;
import io.gleamflow.graph.FlowGraph.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Diagrams of two flows as golden files; {@code -Dgolden.update} writes them anew. */
class GraphFormatsTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/graphs");

    @TempDir
    Path base;

    private String drawn(GraphFormat format) throws Exception {
        Path build = base.resolve("target");
        Gleam gleam = new Gleam(new Project(base, build.resolve("out"), build, LuaChoice.DEFAULT, Map.of(), Map.of()));
        Files.writeString(base.resolve("in.csv"), "id,n\n1,2\n");
        List<Flow> flows = new ArrayList<>();
        List<FlowGraph> graphs = new ArrayList<>();
        for (String name : List.of("first.yaml", "second.yaml")) {
            Path copy = Files.copy(DIRECTORY.resolve(name), base.resolve(name));
            flows.add(gleam.load(copy).flow());
        }
        for (GraphLevel level : GraphLevel.values()) {
            graphs.add(gleam.graph(flows.get(0), level, Tuning.partitions(2)));
        }
        graphs.add(gleam.graph(flows.get(1), GraphLevel.DATASETS, Tuning.NONE));
        graphs.add(gleam.links(flows));
        return format.write(graphs);
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void aDiagramIsTheOneOfItsFile(GraphFormat format) throws Exception {
        Path golden = DIRECTORY.resolve("graphs." + format.name().toLowerCase(Locale.ROOT));
        String drawn = drawn(format);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(golden, drawn);
        }
        assertThat(golden).exists();
        assertThat(drawn).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @EnumSource(GraphFormat.class)
    void aNameWithAnythingInItStaysAName(GraphFormat format) {
        String name = "\"] --> evil\n`**x**` end \\ </script> #quot; ; %% {} \u0000 日本語";
        Node node = new Node("n1", Kind.STEP, name, name, List.of(name));
        String drawn = format.write(List.of(new FlowGraph(name, List.of(node), List.of())));
        assertThat(drawn).contains("日本語").doesNotContain("\0");
        assertThat(drawn.lines())
                .as("no line of its own")
                .noneMatch(line -> line.strip().startsWith("`**x**`"));
        String quotes = drawn.replace("\\\\", "").replace("\\\"", "").replaceAll("[^\"]", "");
        assertThat(quotes.length() % 2).as("quotes that are open").isZero();
        if (format == GraphFormat.MERMAID) {
            assertThat(drawn).doesNotContain("\"] -->", "</script>", "`");
        }
    }
}

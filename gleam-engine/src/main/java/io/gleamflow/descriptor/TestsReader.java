package io.gleamflow.descriptor;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.Param;
import io.gleamflow.flow.TestCase;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code tests}. */
final class TestsReader {

    private final Nodes nodes;
    private final Values values;
    private final CodeReader code;
    private final List<String> params;
    private final List<String> datasets;
    private final boolean graph;

    /**
     * @param datasets of the flow; without {@code graph} the first is the one the steps are of
     * @param graph whether the datasets have names
     */
    TestsReader(
            Nodes nodes, Values values, CodeReader code, List<Param> params, List<Dataset> datasets, boolean graph) {
        this.nodes = nodes;
        this.values = values;
        this.code = code;
        this.params = params.stream()
                .map(Param::name)
                .filter(name -> !name.equals(Interpolation.OUT))
                .toList();
        this.datasets = datasets.stream().map(Dataset::name).toList();
        this.graph = graph;
    }

    /** All tests; what is wrong with one is noted, and the rest of it is read. */
    List<TestCase> read(Node node) {
        List<TestCase> tests = new ArrayList<>();
        if (!(node instanceof SequenceNode list)) {
            nodes.error(node, "`tests` is a list, not " + Nodes.kind(node), "begin each test with `- name:`");
            return tests;
        }
        Map<String, Place> names = new HashMap<>();
        for (Node each : list.getValue()) {
            if (each instanceof MappingNode) {
                TestReader reader = new TestReader(nodes, values, code, params, datasets, graph);
                TestCase test = reader.read(each, "test " + (tests.size() + 1));
                Place other = names.putIfAbsent(test.name(), test.place());
                if (other != null) {
                    nodes.add(Problem.error(test.place(), "the test at line " + other.line() + " has this name, too")
                            .hint("`-Dgleam.test=FLOW#NAME` picks a test by its name"));
                }
                tests.add(test);
            } else {
                nodes.wrong(each, "a test is a map of keys and values");
            }
        }
        return tests;
    }
}

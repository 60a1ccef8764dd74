package io.gleamflow.graph;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.graph.FlowGraph.Edge;
import io.gleamflow.graph.FlowGraph.Kind;
import io.gleamflow.graph.FlowGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All flows of a project in one graph, linked by the files that some write and others read. */
public final class LinkedFlows {

    /** Whether what a flow reads is what another writes; paths and patterns as in the descriptors. */
    @FunctionalInterface
    public interface Meeting {
        boolean meets(String read, Text written);
    }

    private LinkedFlows() {}

    /**
     * Flows and the files between them.
     *
     * @param shown what becomes of each text
     */
    public static FlowGraph of(List<Flow> flows, Meeting files, UnaryOperator<String> shown) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            nodes.add(new Node(
                    "f" + (i + 1), Kind.FLOW, "", shown.apply(flows.get(i).name()), List.of()));
        }
        for (int writer = 0; writer < flows.size(); writer++) {
            List<Text> paths = writes(flows.get(writer)).toList();
            for (int path = 0; path < paths.size(); path++) {
                String id = "f" + (writer + 1) + "w" + (path + 1);
                List<Edge> links = new ArrayList<>();
                for (int reader = 0; reader < flows.size(); reader++) {
                    Text written = paths.get(path);
                    if (reader != writer && reads(flows.get(reader)).anyMatch(read -> files.meets(read, written))) {
                        links.add(new Edge(id, "f" + (reader + 1), false));
                    }
                }
                if (!links.isEmpty()) {
                    nodes.add(new Node(
                            id, Kind.TARGET, "", shown.apply(paths.get(path).value()), List.of()));
                    edges.add(new Edge("f" + (writer + 1), id, false));
                    edges.addAll(links);
                }
            }
        }
        return new FlowGraph("all flows", nodes, edges);
    }

    private static Stream<Step> steps(Flow flow) {
        return flow.datasets().stream().flatMap(dataset -> dataset.steps().stream());
    }

    private static Stream<Text> writes(Flow flow) {
        return steps(flow)
                .filter(EndStep.Write.class::isInstance)
                .map(step -> ((EndStep.Write) step).path())
                .distinct();
    }

    private static Stream<String> reads(Flow flow) {
        return steps(flow)
                .filter(SourceStep.Read.class::isInstance)
                .flatMap(step -> ((SourceStep.Read) step).paths().stream())
                .map(Text::value);
    }
}

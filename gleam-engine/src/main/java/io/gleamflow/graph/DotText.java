package io.gleamflow.graph;

import io.gleamflow.graph.FlowGraph.Edge;
import io.gleamflow.graph.FlowGraph.Node;
import java.util.ArrayList;
import java.util.List;

/** Graphs in the language of Graphviz, one after the other. */
final class DotText {

    private DotText() {}

    static String of(List<FlowGraph> graphs) {
        StringBuilder out = new StringBuilder();
        for (FlowGraph graph : graphs) {
            out.append("digraph ").append(quoted(graph.name())).append(" {\n");
            out.append("  node [shape=box, fontname=\"sans-serif\"];\n");
            nodes(graph, "", "  ", out);
            List<String> groups = graph.groups();
            for (int i = 0; i < groups.size(); i++) {
                out.append("  subgraph cluster_").append(i + 1).append(" {\n");
                out.append("    label=").append(quoted(groups.get(i))).append(";\n");
                nodes(graph, groups.get(i), "    ", out);
                out.append("  }\n");
            }
            for (Edge edge : graph.edges()) {
                out.append("  ").append(edge.from()).append(" -> ").append(edge.to());
                out.append(edge.isOfRejects() ? " [style=dashed, label=\"rejected\"];\n" : ";\n");
            }
            out.append("}\n");
        }
        return out.toString();
    }

    private static void nodes(FlowGraph graph, String group, String indent, StringBuilder out) {
        for (Node node : graph.nodes()) {
            if (node.group().equals(group)) {
                List<String> lines = new ArrayList<>(List.of(node.title()));
                lines.addAll(node.lines());
                out.append(indent).append(node.id()).append(" [label=");
                out.append(quoted(String.join("\n", lines))).append(shape(node)).append("];\n");
            }
        }
    }

    private static String shape(Node node) {
        return switch (node.kind()) {
            case SOURCE, TARGET -> ", shape=note";
            case FLOW -> ", style=rounded";
            case DATASET, STEP, STAGE -> "";
        };
    }

    /** A backslash before anything but these would mean something to Graphviz. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replaceAll("\\p{Cntrl}", " ")
                + '"';
    }
}

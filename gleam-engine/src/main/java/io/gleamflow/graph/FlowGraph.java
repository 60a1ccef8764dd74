package io.gleamflow.graph;

import java.util.List;

/**
 * Nodes and edges between them, which form no circle.
 *
 * @param name what is drawn
 */
public record FlowGraph(String name, List<Node> nodes, List<Edge> edges) {

    public FlowGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** What a node stands for. */
    public enum Kind {
        /** A file, program or server that rows come from. */
        SOURCE,
        /** A dataset with its steps. */
        DATASET,
        /** One step. */
        STEP,
        /** Steps that run together. */
        STAGE,
        /** A file that is written, or the log. */
        TARGET,
        /** A flow as a whole. */
        FLOW
    }

    /**
     * One node.
     *
     * @param id made of letters and digits
     * @param group the dataset it belongs to, or empty
     * @param title what people call it
     * @param lines more about it
     */
    public record Node(String id, Kind kind, String group, String title, List<String> lines) {
        public Node {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Rows go from one node to another.
     *
     * @param isOfRejects whether only rejected rows do
     */
    public record Edge(String from, String to, boolean isOfRejects) {}

    /** The groups, in the order of their first nodes. */
    public List<String> groups() {
        return nodes.stream()
                .map(Node::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }
}

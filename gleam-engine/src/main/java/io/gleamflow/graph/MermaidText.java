package io.gleamflow.graph;

import io.gleamflow.graph.FlowGraph.Edge;
import io.gleamflow.graph.FlowGraph.Node;
import java.util.List;

/** Graphs as Mermaid flowcharts. Texts may have anything in them: what means something to Mermaid or HTML is escaped. */
final class MermaidText {

    private MermaidText() {}

    /** One after the other, each below a comment with its name. */
    static String of(List<FlowGraph> graphs) {
        StringBuilder out = new StringBuilder();
        for (FlowGraph graph : graphs) {
            out.append(out.length() == 0 ? "" : "\n");
            out.append("%% ").append(escaped(graph.name())).append('\n');
            out.append("flowchart TD\n");
            nodes(graph, "", "  ", out);
            List<String> groups = graph.groups();
            for (int i = 0; i < groups.size(); i++) {
                out.append("  subgraph g").append(i + 1).append("[").append(quoted(groups.get(i)));
                out.append("]\n");
                nodes(graph, groups.get(i), "    ", out);
                out.append("  end\n");
            }
            for (Edge edge : graph.edges()) {
                String arrow = edge.isOfRejects() ? " -. rejected .-> " : " --> ";
                out.append("  ")
                        .append(edge.from())
                        .append(arrow)
                        .append(edge.to())
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static void nodes(FlowGraph graph, String group, String indent, StringBuilder out) {
        for (Node node : graph.nodes()) {
            if (node.group().equals(group)) {
                out.append(indent).append(node.id()).append(shape(node)).append('\n');
            }
        }
    }

    private static String shape(Node node) {
        String text = quoted(node.title(), node.lines());
        return switch (node.kind()) {
            case SOURCE, TARGET -> "[/" + text + "/]";
            case FLOW -> "([" + text + "])";
            case DATASET, STEP, STAGE -> "[" + text + "]";
        };
    }

    private static String quoted(String title) {
        return quoted(title, List.of());
    }

    private static String quoted(String title, List<String> lines) {
        StringBuilder text = new StringBuilder("\"").append(escaped(title));
        lines.forEach(line -> text.append("<br>").append(escaped(line)));
        return text.append('"').toString();
    }

    /** Mermaid knows characters by their numbers; Markdown begins with a backtick, and some words at a line's start end it. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        oneLine(text).codePoints().forEach(c -> {
            boolean isPlain = Character.isLetterOrDigit(c) || " .,/:+-_=()*".indexOf(c) >= 0;
            if (isPlain) {
                out.appendCodePoint(c);
            } else {
                out.append('#').append(c).append(';');
            }
        });
        return out.length() == 0 ? "#160;" : out.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}

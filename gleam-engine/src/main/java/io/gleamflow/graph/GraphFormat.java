package io.gleamflow.graph;

import java.util.List;

/** How a diagram is written. */
public enum GraphFormat {
    MERMAID,
    DOT,
    JSON;

    /** Some diagrams as one document. */
    public String write(List<FlowGraph> graphs) {
        return switch (this) {
            case MERMAID -> MermaidText.of(graphs);
            case DOT -> DotText.of(graphs);
            case JSON -> GraphJson.of(graphs);
        };
    }
}

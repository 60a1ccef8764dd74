package io.gleamflow.graph;

import io.gleamflow.report.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Graphs as one JSON document. */
final class GraphJson {

    private GraphJson() {}

    static String of(List<FlowGraph> graphs) {
        JsonWriter json = new JsonWriter(UnaryOperator.identity());
        json.object().array("graphs");
        graphs.forEach(graph -> write(graph, json));
        return json.endArray().endObject().toString();
    }

    private static void write(FlowGraph graph, JsonWriter json) {
        json.object().text("name", graph.name()).array("nodes");
        graph.nodes().forEach(node -> {
            json.object().text("id", node.id());
            json.text("kind", node.kind().name().toLowerCase(Locale.ROOT));
            if (!node.group().isEmpty()) {
                json.text("group", node.group());
            }
            json.text("title", node.title()).array("lines");
            node.lines().forEach(json::text);
            json.endArray().endObject();
        });
        json.endArray().array("edges");
        graph.edges()
                .forEach(edge -> json.object()
                        .text("from", edge.from())
                        .text("to", edge.to())
                        .bool("rejected", edge.isOfRejects())
                        .endObject());
        json.endArray().endObject();
    }
}

package io.gleamflow.graph;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Flow;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.graph.FlowGraph.Edge;
import io.gleamflow.graph.FlowGraph.Kind;
import io.gleamflow.graph.FlowGraph.Node;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.Plan;
import io.gleamflow.plan.PlanPrinter;
import io.gleamflow.plan.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes graphs of flows and of plans; no text in them is a secret. */
public final class FlowGraphs {

    private final UnaryOperator<String> shown;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /** What the nodes that rows leave a dataset from are called, and those they come to. */
    private final Map<String, String> lastOf = new HashMap<>();

    private FlowGraphs(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /**
     * The datasets of a flow, with what they read and write.
     *
     * @param shown what becomes of each text
     */
    public static FlowGraph datasets(Flow flow, UnaryOperator<String> shown) {
        FlowGraphs graphs = new FlowGraphs(shown);
        flow.datasets().forEach(dataset -> graphs.lastOf.put(dataset.name(), id("d", flow, dataset)));
        for (Dataset dataset : flow.datasets()) {
            String id = id("d", flow, dataset);
            List<String> titles =
                    dataset.steps().stream().map(step -> step.head().title()).toList();
            graphs.add(id, Kind.DATASET, "", dataset.name(), titles);
            for (int i = 0; i < dataset.steps().size(); i++) {
                graphs.ends(dataset.steps().get(i), id, id + "s" + (i + 1));
            }
        }
        return graphs.graph(flow.name());
    }

    /** The steps of a flow, with what they read and write. */
    public static FlowGraph steps(Flow flow, UnaryOperator<String> shown) {
        FlowGraphs graphs = new FlowGraphs(shown);
        flow.datasets()
                .forEach(dataset -> graphs.lastOf.put(
                        dataset.name(),
                        id("d", flow, dataset) + "s" + dataset.steps().size()));
        for (Dataset dataset : flow.datasets()) {
            String before = "";
            for (int i = 0; i < dataset.steps().size(); i++) {
                Step step = dataset.steps().get(i);
                String id = id("d", flow, dataset) + "s" + (i + 1);
                graphs.add(id, Kind.STEP, dataset.name(), step.head().title(), List.of());
                if (!before.isEmpty()) {
                    graphs.edges.add(new Edge(before, id, false));
                }
                graphs.ends(step, id, id + "f");
                before = id;
            }
        }
        return graphs.graph(flow.name());
    }

    /** The stages of a plan: what runs in which process. */
    public static FlowGraph processes(Plan plan, UnaryOperator<String> shown) {
        FlowGraphs graphs = new FlowGraphs(shown);
        for (Stage stage : plan.stages()) {
            String id = "p" + (stage.number() + 1);
            graphs.add(id, Kind.STAGE, "", stage.title(), List.of(PlanPrinter.runs(stage)));
            boolean isOfRejects = stage.input() instanceof Input.Rejected;
            Input.stages(stage.input()).stream()
                    .distinct()
                    .forEach(from -> graphs.edges.add(new Edge("p" + (from + 1), id, isOfRejects)));
        }
        return graphs.graph(plan.flow());
    }

    private static String id(String kind, Flow flow, Dataset dataset) {
        int number = 0;
        while (!flow.datasets().get(number).name().equals(dataset.name())) {
            number++;
        }
        return kind + (number + 1);
    }

    private void add(String id, Kind kind, String group, String title, List<String> lines) {
        nodes.add(new Node(
                id,
                kind,
                shown.apply(group),
                shown.apply(title),
                lines.stream().map(shown).toList()));
    }

    /** What a step has to do with other datasets and with the world. */
    private void ends(Step step, String id, String file) {
        step.others().forEach(other -> from(other, id, step instanceof SourceStep.Rejected));
        source(step).ifPresent(title -> {
            add(file, Kind.SOURCE, "", title, List.of());
            edges.add(new Edge(file, id, false));
        });
        if (step instanceof EndStep.Write write) {
            add(file, Kind.TARGET, "", write.path().value(), List.of());
            edges.add(new Edge(id, file, false));
        }
    }

    private void from(Text other, String id, boolean isOfRejects) {
        String last = lastOf.get(other.value());
        Edge edge = new Edge(last == null ? "" : last, id, isOfRejects);
        if (last != null && !last.equals(id) && !edges.contains(edge)) {
            edges.add(edge);
        }
    }

    private static Optional<String> source(Step step) {
        if (step instanceof SourceStep.Read read) {
            return Optional.of(
                    String.join(", ", read.paths().stream().map(Text::value).toList()));
        } else if (step instanceof SourceStep.Command) {
            return Optional.of("a program");
        } else if (step instanceof SourceStep.Socket socket) {
            return Optional.of(socket.host().value() + ":" + socket.port());
        }
        return Optional.empty();
    }

    private FlowGraph graph(String name) {
        return new FlowGraph(shown.apply(name), nodes, edges);
    }
}

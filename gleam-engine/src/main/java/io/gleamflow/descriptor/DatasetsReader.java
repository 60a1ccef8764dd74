package io.gleamflow.descriptor;

import io.gleamflow.flow.Dataset;
import io.gleamflow.flow.OnError;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a flow does: a list of steps, or datasets with steps of their own. */
final class DatasetsReader {

    private final Nodes nodes;
    private final Readers readers;

    DatasetsReader(Readers readers) {
        this.nodes = readers.nodes();
        this.readers = readers;
    }

    /**
     * All datasets, at least one.
     *
     * @param name of the flow, and of its dataset when it has only steps
     */
    List<Dataset> read(String name, @Nullable Node linear, @Nullable Node graph) {
        List<Dataset> datasets = new ArrayList<>();
        if (linear != null) {
            datasets.add(new Dataset(name, nodes.place(linear), steps(name).read(linear, "`steps`")));
        }
        if (graph != null) {
            datasets.addAll(graph(graph));
        }
        Place whole = Place.of(nodes.source().file());
        if (linear == null && graph == null) {
            nodes.add(Problem.error(whole, "the descriptor has no `steps` and no `datasets`")
                    .hint("they say what the flow does; begin with `- read:` or `- rows:`"));
        } else if (linear != null && graph != null) {
            nodes.error(
                    graph,
                    "a descriptor has `steps` or `datasets`, not both",
                    "give the steps a name and write them under `datasets`");
        }
        return datasets.isEmpty() ? List.of(new Dataset(name, whole, List.of())) : Rejections.joined(datasets);
    }

    /** Where rejected rows go by default, nothing is rejected by default. */
    private StepsReader steps(String dataset) {
        boolean takesRejects = readers.defaults().onError() instanceof OnError.Reject reject
                && reject.to().value().equals(dataset);
        Readers own = takesRejects ? readers.withoutRejects() : readers;
        return new StepsReader(nodes, new VerbReader(own));
    }

    private List<Dataset> graph(Node node) {
        List<Dataset> datasets = new ArrayList<>();
        if (Nodes.isNull(node)) {
            nodes.error(node, "`datasets` is empty", "write `name:` and below it a list of steps");
            return datasets;
        }
        List<Entry> entries = nodes.entries(node, "`datasets`");
        if (entries.isEmpty() && node instanceof MappingNode) {
            nodes.error(node, "`datasets` is empty", "write `name:` and below it a list of steps");
        }
        for (Entry entry : entries) {
            String shown = "`" + Nodes.shortened(entry.key()) + "`";
            if (!entry.key().matches("[A-Za-z0-9_-]+")) {
                nodes.add(Problem.error(entry.place(), shown + " is no name of a dataset")
                        .hint("names are of letters, digits, `_` and `-`"));
            }
            datasets.add(new Dataset(
                    entry.key(), entry.place(), steps(entry.key()).read(entry.value(), "the dataset " + shown)));
        }
        return datasets;
    }
}

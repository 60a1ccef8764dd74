package io.gleamflow.descriptor;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinKey;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the verbs that take the rows of other datasets. */
final class JoinReader {

    private final Readers readers;
    private final Nodes nodes;
    private final OptionsReader options;

    JoinReader(Readers readers, OptionsReader options) {
        this.readers = readers;
        this.nodes = readers.nodes();
        this.options = options;
    }

    /** The name of a dataset. */
    Optional<Text> dataset(Node node, Head head) {
        if (!(node instanceof ScalarNode) || Nodes.isNull(node)) {
            nodes.wrong(node, "`" + head.verb() + "` takes the name of a dataset");
            return Optional.empty();
        }
        return nodes.text(node, "the name of a dataset");
    }

    Optional<Step> union(Node argument, Head head, boolean first) {
        List<Node> given = Nodes.list(argument);
        List<Text> names = new ArrayList<>();
        given.forEach(each -> dataset(each, head).ifPresent(names::add));
        if (given.isEmpty()) {
            nodes.error(argument, "`union` has no datasets", "write `union: [one, other]`");
        }
        return names.isEmpty() || names.size() < given.size()
                ? Optional.empty()
                : Optional.of(new JoinStep.Union(head, names, first));
    }

    Optional<Step> join(Node argument, Head head, JoinStep.Kind kind) {
        List<JoinKey> by = by();
        Optional<Text> prefix = prefix();
        return dataset(argument, head).map(other -> new JoinStep.Join(head, kind, other, by, prefix));
    }

    Optional<Step> crossJoin(Node argument, Head head) {
        Optional<Text> prefix = prefix();
        return dataset(argument, head).map(other -> new JoinStep.CrossJoin(head, other, prefix));
    }

    Optional<Step> coGroup(Node argument, Head head) {
        List<JoinKey> by = by();
        return dataset(argument, head).map(other -> new JoinStep.CoGroup(head, other, by));
    }

    private List<JoinKey> by() {
        Node node = options.node("by");
        return node == null ? List.of() : readers.columns().joinKeys(node);
    }

    private Optional<Text> prefix() {
        Node node = options.node("prefix");
        Optional<Text> prefix = node == null ? Optional.empty() : nodes.text(node, "`prefix`");
        if (node != null && prefix.isPresent() && prefix.get().value().isEmpty()) {
            nodes.error(
                    node,
                    "`prefix` is empty",
                    "it stands before the names of the other dataset, as `new_` in `new_name`");
        }
        return prefix;
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the verbs that bring rows with equal keys together. */
final class KeyStepReader {

    private final Readers readers;
    private final OptionsReader options;

    KeyStepReader(Readers readers, OptionsReader options) {
        this.readers = readers;
        this.options = options;
    }

    Optional<Step> reduce(Node argument, Head head) {
        List<ColumnRef> by = options.columns("by");
        if (!(argument instanceof MappingNode mapping)) {
            return readers.code().lua(argument, head.verb()).map(text -> new KeyStep.Reduce(head, text, by));
        }
        options.refuse("here", "the names stand before the expressions", "as");
        List<NamedScript> entries = readers.code().entries(argument, head.verb());
        return entries.isEmpty() || entries.size() < mapping.getValue().size()
                ? Optional.empty()
                : Optional.of(new KeyStep.Aggregate(head, entries, by));
    }

    Optional<Step> reduceByKey(Node argument, Head head) {
        return readers.code().lua(argument, head.verb()).map(text -> new KeyStep.ReduceByKey(head, text));
    }

    Optional<Step> countBy(Node argument, Head head) {
        return keys(argument, head, keys -> new KeyStep.CountBy(head, keys));
    }

    Optional<Step> groupBy(Node argument, Head head) {
        return keys(argument, head, keys -> new KeyStep.GroupBy(head, keys));
    }

    /** {@code distinct: true} is whole rows, too. */
    Optional<Step> distinct(Node argument, Head head) {
        return Nodes.isPlain(argument)
                ? Optional.of(new KeyStep.Distinct(head, List.of()))
                : keys(argument, head, keys -> new KeyStep.Distinct(head, keys));
    }

    private Optional<Step> keys(Node argument, Head head, Function<List<ColumnRef>, Step> step) {
        List<ColumnRef> keys = readers.columns().columns(argument, "`" + head.verb() + "`");
        return keys.size() == Nodes.list(argument).size() ? Optional.of(step.apply(keys)) : Optional.empty();
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.Head;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the argument of {@code rows}: a number, or a list of values, of lists, or of maps with the same keys. */
final class RowsReader {

    private final Nodes nodes;
    private final Values values;

    RowsReader(Nodes nodes, Values values) {
        this.nodes = nodes;
        this.values = values;
    }

    Optional<Step> read(Node argument, Head head) {
        if (!(argument instanceof SequenceNode list)) {
            return nodes.integer(argument, "`rows` is a list, or", 0, Long.MAX_VALUE)
                    .map(count -> new SourceStep.Count(head, count));
        }
        boolean maps = !list.getValue().isEmpty() && list.getValue().get(0) instanceof MappingNode;
        Set<String> names = new LinkedHashSet<>();
        List<List<Value>> rows = new ArrayList<>();
        for (Node each : list.getValue()) {
            if (each instanceof MappingNode != maps) {
                nodes.error(each, "rows with names and rows without do not go together");
                continue;
            }
            List<Value> row = maps ? named(each, names) : unnamed(each);
            if (row.isEmpty()) {
                nodes.error(each, "this row has no columns");
            }
            rows.add(row);
        }
        return Optional.of(new SourceStep.Rows(head, List.copyOf(names), rows));
    }

    private List<Value> unnamed(Node node) {
        List<Node> columns = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        return columns.stream().map(this::value).toList();
    }

    /** A value that cannot be read is noted, and keeps its place. */
    private Value value(Node node) {
        return values.value(node).orElseGet(Value.Nil::new);
    }

    /** The first row says what the columns are; a later one may lack some, which are nil. */
    private List<Value> named(Node node, Set<String> names) {
        Map<String, Value> row = new LinkedHashMap<>();
        for (Entry entry : nodes.entries(node, "a row")) {
            row.put(entry.key(), value(entry.value()));
            if (!names.isEmpty() && !names.contains(entry.key())) {
                nodes.unknown(entry, "no column of the first row", names, names);
            }
        }
        if (names.isEmpty()) {
            names.addAll(row.keySet());
        }
        return names.stream()
                .map(name -> row.getOrDefault(name, new Value.Nil()))
                .toList();
    }
}

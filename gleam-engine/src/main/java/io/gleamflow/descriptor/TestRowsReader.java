package io.gleamflow.descriptor;

import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
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
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads rows of a test: a block of csv, a list of values, of lists or of maps, or the name of a file. */
final class TestRowsReader {

    private static final String FORMS =
            "write a `|` block of csv with a header, a list of values or maps, or `{file: path}`";

    private final Nodes nodes;
    private final Values values;
    private final CodeReader code;

    TestRowsReader(Nodes nodes, Values values, CodeReader code) {
        this.nodes = nodes;
        this.values = values;
        this.code = code;
    }

    /** Empty, with the problem noted, when there are no rows to be read. */
    Optional<TestRows> read(Node node, String what) {
        if (nodes.isBlamed(node)) {
            return Optional.empty();
        } else if (node instanceof SequenceNode list) {
            return Optional.of(listed(list));
        } else if (node instanceof MappingNode map) {
            return file(map, what);
        } else if (Nodes.isNull(node)) {
            nodes.error(node, what + " has no rows", "no rows at all are `[]`");
            return Optional.empty();
        }
        return csv((ScalarNode) node, what);
    }

    private Optional<TestRows> csv(ScalarNode scalar, String what) {
        if (scalar.getValue().isBlank()) {
            nodes.error(scalar, what + " has no rows", "no rows at all are `[]`");
            return Optional.empty();
        }
        return nodes.text(scalar, what)
                .map(text -> new TestRows.Csv(
                        new Text(text.value(), code.place(scalar)), code.firstLine(scalar), code.isExact(scalar)));
    }

    private Optional<TestRows> file(MappingNode node, String what) {
        Optional<TestRows> found = Optional.empty();
        for (Entry entry : nodes.entries(node, what)) {
            if (entry.key().equals("file")) {
                found = path(entry.value());
            } else {
                nodes.unknown(entry, "no way to write rows", List.of("file"), List.of("file"));
                return Optional.empty();
            }
        }
        if (found.isEmpty() && nodes.entries(node, what).isEmpty()) {
            nodes.error(node, what + " has no rows", FORMS);
        }
        return found;
    }

    /** A file by its path. */
    Optional<TestRows> path(Node node) {
        return Paths.read(nodes, node, "`file`").map(TestRows.InFile::new);
    }

    private TestRows listed(SequenceNode list) {
        boolean maps = !list.getValue().isEmpty() && list.getValue().get(0) instanceof MappingNode;
        Set<String> names = new LinkedHashSet<>();
        List<Map<String, Cell>> named = new ArrayList<>();
        List<TestRows.Row> rows = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Node each : list.getValue()) {
            if (each instanceof MappingNode != maps) {
                nodes.error(each, "rows with names and rows without do not go together");
            } else if (maps) {
                Map<String, Cell> row = new LinkedHashMap<>();
                nodes.entries(each, "a row").forEach(entry -> row.put(entry.key(), cell(entry.value())));
                names.addAll(row.keySet());
                named.add(row);
                places.add(nodes.place(each));
            } else {
                List<Node> cells = each instanceof SequenceNode sequence ? sequence.getValue() : List.of(each);
                rows.add(new TestRows.Row(
                        nodes.place(each), cells.stream().map(this::cell).toList()));
            }
        }
        for (int i = 0; i < named.size(); i++) {
            Map<String, Cell> row = named.get(i);
            List<Cell> cells = names.stream()
                    .map(name -> row.getOrDefault(name, Cell.of(new Value.Nil())))
                    .toList();
            rows.add(new TestRows.Row(places.get(i), cells));
        }
        return new TestRows.Listed(nodes.place(list), List.copyOf(names), rows);
    }

    /** A value that cannot be read is noted, and keeps its place. */
    private Cell cell(Node node) {
        Value typed = values.value(node).orElseGet(Value.Nil::new);
        if (typed instanceof Value.Nil || !(node instanceof ScalarNode scalar)) {
            return Cell.of(typed);
        }
        return nodes.text(scalar, "a value")
                .map(text -> new Cell(typed, Value.Str.of(text.value())))
                .orElse(Cell.of(typed));
    }
}

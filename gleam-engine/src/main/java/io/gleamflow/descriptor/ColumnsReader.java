package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.JoinKey;
import io.gleamflow.flow.OrderBy;
import io.gleamflow.flow.Text;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads columns: a bare number is a position, anything else a name. */
final class ColumnsReader {

    private static final int LAST = 100_000;

    private final Nodes nodes;
    private final Values values;

    ColumnsReader(Nodes nodes, Values values) {
        this.nodes = nodes;
        this.values = values;
    }

    /** A column or a list of them. */
    List<ColumnRef> columns(Node node, String what) {
        List<ColumnRef> columns = new ArrayList<>();
        for (Node each : Nodes.list(node)) {
            if (isScalar(each, "a column of " + what + " is a name or a number") && isOne(each)) {
                Optional<Value> value = values.value(each);
                Optional<ColumnRef> column = value.isPresent() && value.get() instanceof Value.Int number
                        ? position(each, number.value())
                        : nodes.text(each, "a column of " + what).map(this::named);
                column.ifPresent(columns::add);
            }
        }
        return columns;
    }

    private boolean isScalar(Node node, String wanted) {
        if (node instanceof ScalarNode) {
            return true;
        }
        nodes.wrong(node, wanted);
        return false;
    }

    private ColumnRef named(Text name) {
        return new ColumnRef.Named(name.value(), name.place());
    }

    private Optional<ColumnRef> position(Node node, long number) {
        if (number < 1 || number > LAST) {
            nodes.error(node, "`" + number + "` is no column", "columns count from 1; a name of digits is quoted");
            return Optional.empty();
        }
        return Optional.of(new ColumnRef.Numbered((int) number, nodes.place(node)));
    }

    /** Refuses {@code word, count}, which YAML reads as one text. */
    private boolean isOne(Node node) {
        String text = ((ScalarNode) node).getValue();
        if (Nodes.isQuoted(node) || text.indexOf(',') < 0) {
            return true;
        }
        nodes.error(node, "`" + Nodes.shortened(text) + "` is one name", "several are a list: `[" + text + "]`");
        return false;
    }

    /** The column that the key of an entry names. */
    static ColumnRef column(Entry entry) {
        return !entry.quoted() && entry.key().matches("[1-9][0-9]{0,4}")
                ? new ColumnRef.Numbered(Integer.parseInt(entry.key()), entry.place())
                : new ColumnRef.Named(entry.key(), entry.place());
    }

    /** Columns of two sides: one name for both, {@code left: right}, or a list of these. */
    List<JoinKey> joinKeys(Node node) {
        List<JoinKey> keys = new ArrayList<>();
        for (Node each : Nodes.list(node)) {
            if (each instanceof MappingNode) {
                for (Entry entry : nodes.entries(each, "`by`")) {
                    single(entry.value(), entry.key()).ifPresent(right -> keys.add(new JoinKey(column(entry), right)));
                }
            } else {
                columns(each, "`by`").forEach(column -> keys.add(new JoinKey(column, column)));
            }
        }
        if (Nodes.list(node).isEmpty() || keys.isEmpty() && node instanceof MappingNode) {
            nodes.error(node, "`by` has no columns");
        }
        return keys;
    }

    private Optional<ColumnRef> single(Node node, String left) {
        if (!(node instanceof ScalarNode) || Nodes.isNull(node)) {
            nodes.error(
                    node,
                    "the column that `" + Nodes.shortened(left) + "` is compared with is one, not " + Nodes.kind(node),
                    "several pairs are several entries: `{left: right, other: other}`");
            return Optional.empty();
        }
        return columns(node, "`by`").stream().findFirst();
    }

    /** An ordering: columns, each with {@code asc} or {@code desc} as a last word. */
    List<OrderBy> ordering(Node node, String what) {
        List<OrderBy> ordering = new ArrayList<>();
        for (Node each : Nodes.list(node)) {
            Optional<Text> text = isScalar(each, "a column of " + what + " is a name or a number") && isOne(each)
                    ? nodes.text(each, "a column of " + what)
                    : Optional.empty();
            String name = text.map(Text::value).orElse("").replaceFirst("(?<=\\S)\\s+(?:asc|desc)$", "");
            if (text.isPresent() && !name.equals(text.get().value())) {
                boolean descending = text.get().value().endsWith("desc");
                directed(each, name).ifPresent(column -> ordering.add(new OrderBy(column, descending)));
            } else if (text.isPresent()) {
                columns(each, what).forEach(column -> ordering.add(new OrderBy(column, false)));
            }
        }
        return ordering;
    }

    private Optional<ColumnRef> directed(Node node, String name) {
        return !Nodes.isQuoted(node) && name.matches("[0-9]{1,9}")
                ? position(node, Long.parseLong(name))
                : Optional.of(new ColumnRef.Named(name, nodes.place(node)));
    }

    /** Names for columns, each once. */
    List<Text> names(Node node, String what) {
        List<Text> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node each : Nodes.list(node)) {
            String wanted = "a name in " + what;
            Optional<Text> name =
                    isScalar(each, wanted + " is a text") && isOne(each) ? nodes.text(each, wanted) : Optional.empty();
            if (name.isPresent() && !seen.add(name.get().value())) {
                nodes.error(each, "`" + name.get().value() + "` is the name of two columns");
            }
            name.ifPresent(names::add);
        }
        if (Nodes.list(node).isEmpty()) {
            nodes.error(node, what + " has no names");
        }
        return names;
    }
}

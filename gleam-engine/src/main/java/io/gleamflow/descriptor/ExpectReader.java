package io.gleamflow.descriptor;

import io.gleamflow.flow.Expectation;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what a test expects of one dataset, while it is being put together from several keys. */
final class ExpectReader {

    /** What an expectation of one dataset may say, beside rows as they are. */
    static final List<String> KEYS = List.of("rows", "file", "check", "inOrder", "tolerance");

    private final Nodes nodes;
    private final CodeReader code;
    private final TestRowsReader data;
    private @Nullable Text dataset;
    private Optional<TestRows> rows = Optional.empty();
    private OptionalLong count = OptionalLong.empty();
    private Optional<LuaText> check = Optional.empty();
    private @Nullable Boolean inOrder;
    private OptionalDouble tolerance = OptionalDouble.empty();

    ExpectReader(Nodes nodes, CodeReader code, TestRowsReader data) {
        this.nodes = nodes;
        this.code = code;
        this.data = data;
    }

    /** Reads rows as they are, or a map that says what is expected. */
    void read(Node node, String what) {
        if (!(node instanceof MappingNode)) {
            rows = data.read(node, what);
            return;
        }
        for (Entry entry : nodes.entries(node, what)) {
            if (KEYS.contains(entry.key())) {
                key(entry);
            } else {
                nodes.unknown(entry, "nothing to expect of a dataset", KEYS, KEYS);
            }
        }
    }

    /** Reads one of the keys. */
    void key(Entry entry) {
        Node value = entry.value();
        switch (entry.key()) {
            case "rows" -> rows(value);
            case "file" -> rows = data.path(value);
            case "check" -> check = code.lua(value, "check");
            case "inOrder" -> inOrder = nodes.isTrue(value, "`inOrder`");
            case "tolerance" -> tolerance = tolerance(value);
            default -> throw new IllegalStateException(entry.key());
        }
    }

    private void rows(Node value) {
        boolean block = value instanceof ScalarNode scalar && CodeReader.isBlock(scalar);
        if (block || value instanceof SequenceNode) {
            rows = data.read(value, "`rows`");
        } else {
            count = nodes.integer(value, "`rows` is", 0, Long.MAX_VALUE)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        }
    }

    private OptionalDouble tolerance(Node node) {
        boolean number = node instanceof ScalarNode scalar
                && scalar.getValue().matches("(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");
        if (!number) {
            nodes.wrong(node, "`tolerance` is a number");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(((ScalarNode) node).getValue()));
    }

    /** Says whose rows these are. */
    void of(Text name) {
        dataset = name;
    }

    /** What was read; empty when nothing was expected, or nobody said of what. */
    Optional<Expectation> expectation(ExpectReader all) {
        Text name = dataset;
        boolean nothing = rows.isEmpty() && count.isEmpty() && check.isEmpty();
        if (name == null || nothing) {
            return Optional.empty();
        }
        boolean ordered = inOrder != null ? inOrder : Boolean.TRUE.equals(all.inOrder);
        OptionalDouble near = tolerance.isPresent() ? tolerance : all.tolerance;
        return Optional.of(new Expectation(name, rows, count, check, ordered, near));
    }
}

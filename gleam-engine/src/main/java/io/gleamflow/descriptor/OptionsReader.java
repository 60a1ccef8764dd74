package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaRuntime;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.Text;
import io.gleamflow.flow.TypedColumn;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the options that stand beside a verb. */
final class OptionsReader {

    private static final int MOST_PARTITIONS = 1000;

    private final Nodes nodes;
    private final ColumnsReader columns;
    private final Entry verb;
    private final Map<String, Node> options = new LinkedHashMap<>();

    OptionsReader(Nodes nodes, ColumnsReader columns, Entry verb, List<Entry> options) {
        this.nodes = nodes;
        this.columns = columns;
        this.verb = verb;
        options.forEach(option -> this.options.put(option.key(), option.value()));
    }

    @Nullable
    Node node(String option) {
        return options.get(option);
    }

    /** What all verbs have. */
    Head head() {
        Node name = node("name");
        Node description = node("description");
        if (description != null) {
            nodes.text(description, "`description`");
        }
        Node as = node("as");
        Node partitions = node("partitions");
        Node runtime = node("runtime");
        return new Head(
                verb.key(),
                verb.place(),
                name == null ? Optional.empty() : nodes.text(name, "`name`").map(Text::value),
                as == null ? List.of() : columns.names(as, "`as`"),
                types(),
                partitions == null ? OptionalInt.empty() : partitions(partitions, "partitions"),
                runtime == null ? Optional.empty() : runtime(runtime),
                OptionalLong.empty(),
                false);
    }

    /** What runs Lua. */
    Optional<LuaRuntime> runtime(Node node) {
        Optional<String> word = nodes.text(node, "`runtime`").map(Text::value);
        Optional<LuaRuntime> runtime = word.flatMap(LuaRuntime::named);
        if (word.isPresent() && runtime.isEmpty()) {
            nodes.error(node, "there is no runtime `" + Nodes.shortened(word.get()) + "`", "there are luaj and luajit");
        }
        return runtime;
    }

    private List<TypedColumn> types() {
        Node node = node("types");
        List<TypedColumn> types = new ArrayList<>();
        if (node != null) {
            for (Entry entry : nodes.entries(node, "`types`")) {
                nodes.text(entry.value(), "a type")
                        .flatMap(type -> type(entry.value(), type.value()))
                        .ifPresent(type -> types.add(new TypedColumn(column(entry), Conversion.to(type))));
            }
        }
        return types;
    }

    private static ColumnRef column(Entry entry) {
        return !entry.quoted() && entry.key().matches("[1-9][0-9]{0,4}")
                ? new ColumnRef.Numbered(Integer.parseInt(entry.key()), entry.place())
                : new ColumnRef.Named(entry.key(), entry.place());
    }

    private Optional<ColumnType> type(Node node, String name) {
        Optional<ColumnType> type = Arrays.stream(ColumnType.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
        if (type.isEmpty()) {
            boolean later = Words.TYPES_LATER.contains(name.replaceFirst("\\s.*$", ""));
            String what = "the type `" + Nodes.shortened(name) + "` is not there";
            nodes.error(node, later ? what + " yet" : what, "types are text, int, number, bool");
        }
        return type;
    }

    /** A number of shards. */
    OptionalInt partitions(Node node, String word) {
        return nodes.integer(node, "`" + word + "` is", 1, MOST_PARTITIONS)
                .map(number -> OptionalInt.of(number.intValue()))
                .orElse(OptionalInt.empty());
    }

    List<ColumnRef> by() {
        Node node = node("by");
        if (node != null && Nodes.list(node).isEmpty()) {
            nodes.error(node, "`by` has no columns");
        }
        return node == null ? List.of() : columns.columns(node, "`by`");
    }

    Split split() {
        Node node = node("split");
        if (node == null) {
            return new Split.Tabs();
        }
        return nodes.text(node, "`split`")
                .map(text -> split(node, text.value()))
                .orElseGet(Split.Tabs::new);
    }

    private Split split(Node node, String text) {
        return switch (text) {
            case "tabs" -> new Split.Tabs();
            case "spaces" -> new Split.Spaces();
            case "none" -> new Split.None();
            default -> {
                if (text.isEmpty() || text.matches("[A-Za-z]{2,}")) {
                    nodes.error(
                            node,
                            text.isEmpty() ? "`split` is empty" : "`" + text + "` is no way to split lines",
                            "write `tabs`, `spaces`, `none`, or a separator such as `\",\"`");
                    yield new Split.Tabs();
                }
                yield new Split.Separator(text);
            }
        };
    }

    /** Accepted statuses; none when the option is not there. */
    Set<Integer> okExit() {
        Node node = node("okExit");
        if (node == null) {
            return Set.of();
        }
        Set<Integer> accepted = new HashSet<>();
        for (Node each : Nodes.list(node)) {
            nodes.integer(each, "a status in `okExit` is", 0, 255).ifPresent(status -> accepted.add(status.intValue()));
        }
        if (Nodes.list(node).isEmpty()) {
            nodes.error(node, "`okExit` has no status");
        }
        return accepted;
    }

    /** Notes options that the verb does not take, and those that nobody takes yet. */
    static List<Entry> taken(String verb, List<Entry> options, Nodes nodes) {
        List<Entry> taken = new ArrayList<>();
        for (Entry option : options) {
            String name = option.key();
            if (Words.takes(verb, name)) {
                taken.add(option);
            } else if (Words.isLater(verb, name)) {
                nodes.add(
                        Problem.error(option.place(), "the option `" + name + "` of `" + verb + "` is not there yet"));
            } else {
                nodes.add(Problem.error(option.place(), "`" + name + "` is no option of `" + verb + "`")
                        .hint(Words.hint(verb, name)));
            }
        }
        return taken;
    }
}

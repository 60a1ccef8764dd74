package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Defaults;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Launching;
import io.gleamflow.flow.OnError;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the options that stand beside a verb. */
final class OptionsReader {

    private final Nodes nodes;
    private final ColumnsReader columns;
    private final TuningReader tuning;
    private final Entry verb;
    private final Map<String, Entry> options = new LinkedHashMap<>();

    OptionsReader(Nodes nodes, ColumnsReader columns, Entry verb, List<Entry> options) {
        this.nodes = nodes;
        this.columns = columns;
        this.tuning = new TuningReader(nodes);
        this.verb = verb;
        for (Entry option : options) {
            this.options.put(option.key(), option);
        }
    }

    @Nullable
    Node node(String option) {
        Entry entry = options.get(option);
        return entry == null ? null : entry.value();
    }

    /** Where the word of an option stands; empty when it is not there. */
    Optional<Place> place(String option) {
        Entry entry = options.get(option);
        return entry == null ? Optional.empty() : Optional.of(entry.place());
    }

    /** What all verbs have. */
    Head head(Defaults defaults) {
        Node name = node("name");
        Node description = node("description");
        if (description != null) {
            nodes.text(description, "`description`");
        }
        Node as = node("as");
        Node partitions = node("partitions");
        Node runtime = node("runtime");
        Node memory = node("memory");
        Node onDisk = node("onDisk");
        Node timeout = node("timeout");
        Node cache = node("cache");
        OptionalLong size = memory == null ? OptionalLong.empty() : tuning.memory(memory);
        return new Head(
                verb.key(),
                verb.place(),
                name == null ? Optional.empty() : nodes.text(name, "`name`").map(Text::value),
                as == null ? List.of() : columns.names(as, "`as`"),
                new TypesReader(nodes).read(node("types")),
                partitions == null ? OptionalInt.empty() : tuning.partitions(partitions, "partitions"),
                runtime == null ? Optional.empty() : tuning.runtime(runtime),
                size.isPresent() ? size : defaults.memory(),
                onDisk == null ? defaults.onDisk() : tuning.onDisk(onDisk),
                onError(defaults),
                timeout == null ? defaults.timeout() : tuning.timeout(timeout),
                cache == null ? Optional.empty() : nodes.text(cache, "`cache`").map(Text::value));
    }

    /** A default that has no meaning here says nothing. */
    private OnError onError(Defaults defaults) {
        Node node = node("onError");
        boolean repeatable = Words.isRepeatable(verb.key());
        if (node == null) {
            boolean retries = defaults.onError() instanceof OnError.Retry;
            return retries && !repeatable ? OnError.fail() : defaults.onError();
        }
        OnError onError = new OnErrorReader(nodes).read(node);
        if (onError instanceof OnError.Retry && !repeatable) {
            nodes.error(
                    node, "`" + verb.key() + "` would only fail once more", "`retry` goes with " + Words.repeatable());
        }
        return onError;
    }

    Launching launching(Defaults defaults) {
        return new LaunchingReader(nodes, defaults.launching()).read(node("shell"), node("env"), node("okExit"));
    }

    /** The columns of an option such as {@code by}; none when it is not there. */
    List<ColumnRef> columns(String option) {
        Node node = node(option);
        if (node != null && Nodes.list(node).isEmpty()) {
            nodes.error(node, "`" + option + "` has no columns");
        }
        return node == null ? List.of() : columns.columns(node, "`" + option + "`");
    }

    /** Refuses options that have no meaning beside this argument. */
    void refuse(String why, String hint, String... refused) {
        for (String option : refused) {
            Entry entry = options.get(option);
            if (entry != null) {
                nodes.add(Problem.error(entry.place(), "`" + option + "` does nothing " + why)
                        .hint(hint));
            }
        }
    }

    Split split() {
        Node node = node("split");
        if (node == null) {
            return new Split.Tabs();
        }
        return nodes.text(node, "`split`")
                .map(text -> split(node, text.value()))
                .orElse(new Split.Tabs());
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

    /** Notes options that the verb does not take. */
    static List<Entry> taken(String verb, List<Entry> options, Nodes nodes) {
        List<Entry> taken = new ArrayList<>();
        for (Entry option : options) {
            String name = option.key();
            if (Words.takes(verb, name)) {
                taken.add(option);
            } else {
                nodes.add(Problem.error(option.place(), "`" + name + "` is no option of `" + verb + "`")
                        .hint(Words.hint(verb, name)));
            }
        }
        return taken;
    }
}

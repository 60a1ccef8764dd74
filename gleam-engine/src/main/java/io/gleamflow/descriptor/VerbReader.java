package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.KeyStep;
import io.gleamflow.flow.Launching;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.OrderStep;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.ShardStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a verb with its argument and options. */
final class VerbReader {

    private final Nodes nodes;
    private final CodeReader code;
    private final ColumnsReader columns;
    private final RowsReader rows;
    private final PathsReader paths;

    VerbReader(Nodes nodes, CodeReader code, Values values) {
        this.nodes = nodes;
        this.code = code;
        this.columns = new ColumnsReader(nodes, values);
        this.rows = new RowsReader(nodes, values);
        this.paths = new PathsReader(nodes);
    }

    Step read(Entry verb, List<Entry> options) {
        if (Words.isLater(verb.key())) {
            nodes.add(Problem.error(verb.place(), "`" + verb.key() + "` is not there yet"));
            OptionsReader as = new OptionsReader(
                    nodes,
                    columns,
                    verb,
                    options.stream().filter(option -> option.key().equals("as")).toList());
            return Unread.step(as.head(), Words.isSource(verb.key()));
        }
        OptionsReader taken = new OptionsReader(nodes, columns, verb, OptionsReader.taken(verb.key(), options, nodes));
        Head head = taken.head();
        return step(head, verb.value(), taken).orElseGet(() -> Unread.step(head, Words.isSource(verb.key())));
    }

    private Optional<Step> step(Head head, Node argument, OptionsReader options) {
        return switch (head.verb()) {
            case "read" -> paths.read(argument, head, options.node("format"));
            case "rows" -> rows.read(argument, head);
            case "map" -> lua(argument, head, (h, text) -> new RowStep.Map(h, text, List.of()));
            case "flatMap" -> lua(argument, head, (h, text) -> new RowStep.FlatMap(h, text, List.of()));
            case "filter" -> lua(argument, head, (h, text) -> new RowStep.Filter(h, text, List.of()));
            case "forEach" -> lua(argument, head, RowStep.ForEach::new);
            case "reduceByKey" -> lua(argument, head, KeyStep.ReduceByKey::new);
            case "select" -> select(argument, head);
            case "countBy" -> countBy(argument, head);
            case "sort" -> sort(argument, head);
            case "pipe" ->
                code.shell(argument, head.verb())
                        .map(text -> new ProgramStep.Pipe(
                                head,
                                text,
                                options.by(),
                                List.of(),
                                options.split(),
                                launching(options),
                                Optional.empty()));
            case "pipeAsArgs" ->
                code.shell(argument, head.verb())
                        .map(text -> new ProgramStep.PipeAsArgs(head, text, options.split(), launching(options)));
            case "partition" -> partition(argument, head, options);
            case "print" -> print(argument, head);
            case "write" -> paths.write(argument, head, options.node("format"));
            default -> throw new IllegalStateException(head.verb() + " is in the list of verbs and is not read");
        };
    }

    private static Launching launching(OptionsReader options) {
        return new Launching(Optional.empty(), Map.of(), options.okExit());
    }

    private Optional<Step> lua(Node argument, Head head, BiFunction<Head, LuaText, Step> step) {
        return code.lua(argument, head.verb()).map(text -> step.apply(head, text));
    }

    private Optional<Step> select(Node argument, Head head) {
        if (Nodes.list(argument).isEmpty()) {
            nodes.error(argument, "`select` has no columns");
        }
        List<ColumnRef> selected = columns.columns(argument, "`select`");
        return selected.size() == Nodes.list(argument).size() && !selected.isEmpty()
                ? Optional.of(new RowStep.Select(head, selected))
                : Optional.empty();
    }

    private Optional<Step> countBy(Node argument, Head head) {
        List<ColumnRef> keys = columns.columns(argument, "`countBy`");
        return keys.size() == Nodes.list(argument).size()
                ? Optional.of(new KeyStep.CountBy(head, keys))
                : Optional.empty();
    }

    private Optional<Step> sort(Node argument, Head head) {
        return Optional.of(new OrderStep.Sort(head, Nodes.isPlain(argument) ? List.of() : columns.ordering(argument)));
    }

    private Optional<Step> partition(Node argument, Head head, OptionsReader options) {
        OptionalInt shards = options.partitions(argument, "partition");
        List<ColumnRef> by = options.by();
        return shards.isEmpty() ? Optional.empty() : Optional.of(new ShardStep.Partition(head, shards.getAsInt(), by));
    }

    private Optional<Step> print(Node argument, Head head) {
        Optional<Text> format =
                Nodes.isPlain(argument) ? Optional.empty() : nodes.text(argument, "the format of `print`");
        return Optional.of(new EndStep.Print(head, format));
    }
}

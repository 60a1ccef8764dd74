package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.NamedScript;
import io.gleamflow.flow.Renaming;
import io.gleamflow.flow.RowStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the verbs that look at one row at a time. */
final class RowStepReader {

    private final Readers readers;
    private final Nodes nodes;
    private final OptionsReader options;

    RowStepReader(Readers readers, OptionsReader options) {
        this.readers = readers;
        this.nodes = readers.nodes();
        this.options = options;
    }

    private Optional<Step> lua(Node argument, Head head, Function<LuaText, Step> step) {
        return readers.code().lua(argument, head.verb()).map(step);
    }

    private List<ColumnRef> per() {
        return options.columns("per");
    }

    Optional<Step> map(Node argument, Head head) {
        if (!(argument instanceof MappingNode)) {
            return lua(argument, head, text -> new RowStep.Map(head, text, per()));
        }
        options.refuse("here", "the names stand before the expressions", "as");
        return entries(argument, head, entries -> new RowStep.MapColumns(head, entries, per()));
    }

    private Optional<Step> entries(Node argument, Head head, Function<List<NamedScript>, Step> step) {
        List<NamedScript> entries = readers.code().entries(argument, head.verb());
        // fewer than there are would make other columns than the author means
        boolean whole = argument instanceof MappingNode mapping
                && !entries.isEmpty()
                && entries.size() == mapping.getValue().size();
        return whole ? Optional.of(step.apply(entries)) : Optional.empty();
    }

    Optional<Step> flatMap(Node argument, Head head) {
        List<ColumnRef> keep = options.columns("keep");
        return lua(argument, head, text -> new RowStep.FlatMap(head, text, keep));
    }

    Optional<Step> filter(Node argument, Head head) {
        return lua(argument, head, text -> new RowStep.Filter(head, text, per()));
    }

    Optional<Step> forEach(Node argument, Head head) {
        List<ColumnRef> by = options.columns("by");
        return lua(argument, head, text -> new RowStep.ForEach(head, text, by));
    }

    Optional<Step> select(Node argument, Head head) {
        return columns(argument, head, columns -> new RowStep.Select(head, columns));
    }

    Optional<Step> drop(Node argument, Head head) {
        return columns(argument, head, columns -> new RowStep.Drop(head, columns));
    }

    private Optional<Step> columns(Node argument, Head head, Function<List<ColumnRef>, Step> step) {
        String verb = "`" + head.verb() + "`";
        if (Nodes.list(argument).isEmpty()) {
            nodes.error(argument, verb + " has no columns");
        }
        List<ColumnRef> columns = readers.columns().columns(argument, verb);
        return columns.size() == Nodes.list(argument).size() && !columns.isEmpty()
                ? Optional.of(step.apply(columns))
                : Optional.empty();
    }

    Optional<Step> set(Node argument, Head head) {
        if (argument instanceof ScalarNode && !Nodes.isNull(argument)) {
            nodes.error(argument, "`set` takes a map of names and Lua", "write `set: {name: expression}`");
            return Optional.empty();
        }
        return entries(argument, head, entries -> new RowStep.SetColumns(head, entries, per()));
    }

    Optional<Step> rename(Node argument, Head head) {
        List<Renaming> names = new ArrayList<>();
        List<Entry> entries = nodes.isBlamed(argument) ? List.of() : nodes.entries(argument, "`rename`");
        for (Entry entry : entries) {
            nodes.text(entry.value(), "the new name of `" + Nodes.shortened(entry.key()) + "`")
                    .ifPresent(name -> names.add(new Renaming(ColumnsReader.column(entry), name)));
        }
        if (entries.isEmpty() && argument instanceof MappingNode) {
            nodes.error(argument, "`rename` has no columns", "write `rename: {old: new}`");
        }
        return names.isEmpty() || names.size() < entries.size()
                ? Optional.empty()
                : Optional.of(new RowStep.Rename(head, names));
    }

    Optional<Step> check(Node argument, Head head) {
        if (argument instanceof MappingNode) {
            return entries(argument, head, checks -> new RowStep.Check(head, checks));
        }
        Text unnamed = new Text("", head.place());
        return lua(argument, head, text -> new RowStep.Check(head, List.of(new NamedScript(unnamed, text))));
    }

    /** A file, or a block. */
    Optional<Step> general(Node argument, Head head) {
        List<ColumnRef> by = options.columns("by");
        Optional<LuaText> text = LuaFiles.isName(argument)
                ? readers.luaFiles().read(argument)
                : readers.code().statements(argument, head.verb());
        return text.map(script -> new RowStep.General(head, script, by, per()));
    }
}

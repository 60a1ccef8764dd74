package io.gleamflow.descriptor;

import io.gleamflow.flow.ColumnRef;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Launching;
import io.gleamflow.flow.ProgramStep;
import io.gleamflow.flow.Split;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the verbs that other programs do. */
final class ProgramReader {

    private final Readers readers;
    private final Nodes nodes;
    private final OptionsReader options;

    ProgramReader(Readers readers, OptionsReader options) {
        this.readers = readers;
        this.nodes = readers.nodes();
        this.options = options;
    }

    private Launching launching() {
        return options.launching(readers.defaults());
    }

    Optional<Step> pipe(Node argument, Head head) {
        Optional<FileFormat> format = format();
        Split split = options.split();
        Launching launching = launching();
        List<ColumnRef> by = options.columns("by");
        List<ColumnRef> per = options.columns("per");
        return readers.code()
                .shell(argument, head.verb())
                .map(code -> new ProgramStep.Pipe(head, code, by, per, split, launching, format));
    }

    private Optional<FileFormat> format() {
        Node format = options.node("format");
        if (format == null) {
            options.refuse("without `format`", "say `format: csv`", "columns", "separator");
            return Optional.empty();
        }
        FormatReader formats = new FormatReader(nodes, readers.columns(), options);
        Optional<Kind> kind = formats.named();
        if (kind.isPresent() && kind.get() != Kind.CSV && kind.get() != Kind.JSONL) {
            nodes.error(
                    format,
                    "a pipe has no format `" + kind.get().name().toLowerCase(Locale.ROOT) + "`",
                    "there are csv and jsonl; without `format`, columns are between tabs");
            return Optional.empty();
        }
        Node columns = options.node("columns");
        if (columns instanceof MappingNode) {
            nodes.error(columns, "`columns` of `pipe` are names, not widths", "write `columns: [a, b]`");
            return Optional.empty();
        }
        options.refuse("beside `format`", "the format says how lines become columns", "split");
        return kind.map(formats::read);
    }

    Optional<Step> pipeAsArgs(Node argument, Head head) {
        Split split = options.split();
        Launching launching = launching();
        return readers.code()
                .shell(argument, head.verb())
                .map(code -> new ProgramStep.PipeAsArgs(head, code, split, launching));
    }

    /** A program and its arguments; one without blanks may stand alone. */
    Optional<Step> exec(Node argument, Head head) {
        Launching launching = launching();
        List<ColumnRef> by = options.columns("by");
        List<Node> given = Nodes.list(argument);
        List<Text> command = new ArrayList<>();
        for (Node each : given) {
            nodes.text(each, "a word of `exec`").ifPresent(command::add);
        }
        if (given.isEmpty() || !command.isEmpty() && command.get(0).value().isBlank()) {
            nodes.error(argument, "`exec` has no program", "write it as a list: `exec: [python3, score.py]`");
            return Optional.empty();
        }
        if (argument instanceof ScalarNode && !command.isEmpty()) {
            String line = command.get(0).value().strip();
            if (line.matches("(?s).*\\s.*")) {
                nodes.error(
                        argument,
                        "`exec` runs no shell that would divide this text",
                        "write a list: `exec: [" + String.join(", ", line.split("\\s+")) + "]`");
                return Optional.empty();
            }
        }
        return command.size() < given.size()
                ? Optional.empty()
                : Optional.of(new ProgramStep.Exec(head, command, by, launching));
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code write} and {@code print}. */
final class EndReader {

    private static final Pattern PACKED = Pattern.compile("(?i).*\\.(zip|bz2|xz|7z|rar|lz4|lzma)");

    private final Nodes nodes;
    private final ColumnsReader columns;
    private final OptionsReader options;

    EndReader(Readers readers, OptionsReader options) {
        this.nodes = readers.nodes();
        this.columns = readers.columns();
        this.options = options;
    }

    Optional<Step> print(Node argument, Head head) {
        Optional<Text> format =
                Nodes.isPlain(argument) ? Optional.empty() : nodes.text(argument, "the format of `print`");
        return Optional.of(new EndStep.Print(head, format));
    }

    Optional<Step> write(Node argument, Head head) {
        if (argument instanceof SequenceNode || argument instanceof MappingNode) {
            nodes.error(
                    argument, "`write` takes one path, not " + Nodes.kind(argument), "several files are several steps");
            return Optional.empty();
        }
        Optional<Text> path = Paths.read(nodes, argument, "the path of `write`");
        Optional<Text> line = line();
        if (path.isEmpty() || !isWritable(argument, path.get().value())) {
            return Optional.empty();
        }
        FormatReader formats = new FormatReader(nodes, columns, options);
        Node names = options.node("columns");
        if (names != null && !(names instanceof MappingNode)) {
            nodes.error(names, "`columns` of `write` are widths, not names", "`select` says which columns are written");
            return Optional.empty();
        }
        if (line.isPresent()) {
            options.refuse("beside a line", "the line has everything in it", "columns", "separator");
            FileFormat text = FileFormat.of(Kind.TEXT);
            return Optional.of(new EndStep.Write(
                    head,
                    path.get(),
                    line,
                    new FileFormat(
                            Kind.TEXT, text.separator(), formats.encoding(Kind.TEXT), text.columns(), text.widths())));
        }
        Kind kind = formats.named().orElse(FileName.kind(path.get().value()));
        return Optional.of(new EndStep.Write(head, path.get(), Optional.empty(), formats.read(kind)));
    }

    /** A format with a conversion gives the line; others are names. */
    private Optional<Text> line() {
        Node format = options.node("format");
        return format == null
                ? Optional.empty()
                : nodes.text(format, "`format`").filter(text -> text.value().indexOf('%') >= 0);
    }

    private boolean isWritable(Node node, String path) {
        return isWritable(node, path, nodes);
    }

    /** Notes what is wrong with the path of a file that rows are written to. */
    static boolean isWritable(Node node, String path, Nodes nodes) {
        Matcher packed = PACKED.matcher(path);
        String rest = path.replaceAll("\\{[^{}]+\\}", "");
        if (packed.matches()) {
            nodes.error(
                    node,
                    "files with ." + packed.group(1).toLowerCase(Locale.ROOT) + " cannot be written",
                    "those with .gz and .zst can");
        } else if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            nodes.error(
                    node,
                    "the braces of this path name no column",
                    "`{country}` writes a file for each value of that column");
        } else {
            return true;
        }
        return false;
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.EndStep;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what {@code read} and {@code write} have: paths, whose extensions say the format unless {@code format} does. */
final class PathsReader {

    private static final Set<String> FORMATS_LATER = Set.of("csv", "tsv", "json", "jsonl", "msgpack");
    private static final Set<String> COMPRESSED = Set.of("gz", "zst", "zip", "bz2", "xz");
    private static final String TEXT = "text";
    private static final String TSV = "tsv";

    private final Nodes nodes;

    PathsReader(Nodes nodes) {
        this.nodes = nodes;
    }

    Optional<Step> read(Node argument, Head head, @Nullable Node format) {
        if (argument instanceof MappingNode) {
            nodes.error(argument, "reading from anything but files is not there yet");
            return Optional.empty();
        }
        boolean asText = format != null && readsText(format);
        List<Node> given = Nodes.list(argument);
        List<Text> paths = new ArrayList<>();
        for (Node each : given) {
            path(each, "a path of `read`")
                    .filter(path -> isReadable(each, path.value(), asText))
                    .ifPresent(paths::add);
        }
        if (given.isEmpty()) {
            nodes.error(argument, "`read` has no path");
        }
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourceStep.Read(head, paths, FileFormat.of(FileFormat.Kind.TEXT), false, List.of()));
    }

    private boolean readsText(Node node) {
        Optional<Text> format = nodes.text(node, "`format`");
        if (format.isPresent() && !format.get().value().equals(TEXT)) {
            boolean later = FORMATS_LATER.contains(format.get().value());
            nodes.error(
                    node,
                    "the format `" + format.get().value() + "` is not there" + (later ? " yet" : ""),
                    "the only one is `text`");
        }
        return true;
    }

    private boolean isReadable(Node node, String path, boolean asText) {
        if (path.matches("[a-z][a-z0-9+.-]+://.*")) {
            nodes.error(node, "reading from anything but files is not there yet");
            return false;
        }
        String extension = extension(path);
        if (COMPRESSED.contains(extension) || FORMATS_LATER.contains(extension) && !asText) {
            String hint = COMPRESSED.contains(extension)
                    ? "text files can be read"
                    : "`format: text` reads its lines as they are";
            nodes.error(node, "reading ." + extension + " files is not there yet", hint);
            return false;
        }
        return true;
    }

    Optional<Step> write(Node argument, Head head, @Nullable Node format) {
        if (argument instanceof SequenceNode || argument instanceof MappingNode) {
            nodes.error(
                    argument, "`write` takes one path, not " + Nodes.kind(argument), "several files are several steps");
            return Optional.empty();
        }
        Optional<Text> line = format == null ? Optional.empty() : nodes.text(format, "`format`");
        Optional<Text> path = path(argument, "the path of `write`");
        if (path.isEmpty() || !isWritable(argument, path.get().value(), format, line)) {
            return Optional.empty();
        }
        return Optional.of(new EndStep.Write(
                head,
                path.get(),
                line.filter(PathsReader::isLine),
                FileFormat.of(extension(path.get().value()).equals(TSV) ? FileFormat.Kind.TSV : FileFormat.Kind.TEXT)));
    }

    /** A format with a conversion gives the line; others are names. */
    private static boolean isLine(Text format) {
        return format.value().indexOf('%') >= 0;
    }

    private boolean isWritable(Node node, String path, @Nullable Node formatNode, Optional<Text> format) {
        String extension = extension(path);
        if (COMPRESSED.contains(extension)) {
            nodes.error(node, "writing ." + extension + " files is not there yet", "text files can be written");
            return false;
        }
        if (path.matches("(?s).*(?<!\\$)\\{[^{}]*\\}.*")) {
            nodes.error(node, "writing a file for each value is not there yet");
            return false;
        }
        if (formatNode == null || format.isEmpty()) {
            boolean later = FORMATS_LATER.contains(extension) && !extension.equals(TSV);
            if (later && formatNode == null) {
                nodes.error(
                        node,
                        "writing ." + extension + " files is not there yet",
                        "text and .tsv files can be written, or lines with `format: \"%s,%s\"`");
            }
            return !later;
        }
        return isLine(format.get()) || isFormat(formatNode, format.get().value(), extension);
    }

    private boolean isFormat(Node node, String format, String extension) {
        boolean isTsv = extension.equals(TSV);
        if (format.equals(TEXT) && !isTsv || format.equals(TSV) && isTsv) {
            return true;
        }
        boolean later = format.equals(TEXT) || FORMATS_LATER.contains(format);
        nodes.error(
                node,
                "the format `" + format + "` is not there" + (later ? " yet for such a file" : ""),
                "formats are `text`, or a line such as `\"%s,%d\"`");
        return false;
    }

    private Optional<Text> path(Node node, String what) {
        Optional<Text> path = nodes.text(node, what);
        if (path.isPresent()
                && (path.get().value().isBlank() || path.get().value().indexOf('\0') >= 0)) {
            nodes.error(node, what + " is empty");
            return Optional.empty();
        }
        return path;
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

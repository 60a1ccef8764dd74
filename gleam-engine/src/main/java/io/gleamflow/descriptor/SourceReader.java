package io.gleamflow.descriptor;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.flow.FileName;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.SourceStep;
import io.gleamflow.flow.Step;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what {@code read} reads: files, what a program prints, or what a server sends. */
final class SourceReader {

    private static final Pattern ADDRESS = Pattern.compile("(?s)([a-z][a-z0-9+.-]*)://(.*)");
    private static final Pattern SERVER = Pattern.compile("(\\[[^\\]\\s]+\\]|[^:/\\s]+):([0-9]{1,5})/?");
    private static final Pattern UNKNOWN = Pattern.compile("(?i).*\\.(bz2|xz|7z|rar|lz4|lzma)");
    private static final String SOURCES = "files, `{command: ...}` and `tcp://host:port` can be read";

    private final Readers readers;
    private final Nodes nodes;
    private final OptionsReader options;
    private final FormatReader formats;

    SourceReader(Readers readers, OptionsReader options) {
        this.readers = readers;
        this.nodes = readers.nodes();
        this.options = options;
        this.formats = new FormatReader(nodes, readers.columns(), options);
    }

    Optional<Step> read(Node argument, Head head) {
        if (argument instanceof MappingNode) {
            return connector(argument, head);
        }
        options.refuse("beside files", "it goes with `read: {command: ...}`", "okExit", "env", "shell");
        List<Node> given = Nodes.list(argument);
        if (given.isEmpty()) {
            nodes.error(argument, "`read` has no path");
            return Optional.empty();
        }
        Optional<Text> first = Paths.read(nodes, given.get(0), "a path of `read`");
        Matcher address = ADDRESS.matcher(first.isPresent() ? first.get().value() : "");
        if (given.size() == 1 && first.isPresent() && address.matches()) {
            return server(argument, first.get(), address, head);
        }
        return files(given, head);
    }

    private Optional<Step> files(List<Node> given, Head head) {
        options.refuse("beside files", "what is in them is compared", "cache");
        Optional<Kind> named = formats.named();
        boolean widths = options.node("columns") instanceof MappingNode;
        List<Text> paths = new ArrayList<>();
        for (Node each : given) {
            Optional<Text> path = Paths.read(nodes, each, "a path of `read`");
            if (path.isPresent() && isFile(each, path.get())) {
                if (named.isEmpty() && !widths && !paths.isEmpty()) {
                    mixed(each, paths.get(0), path.get());
                }
                paths.add(path.get());
            }
        }
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        FileFormat format = formats.read(named.orElse(FileName.kind(paths.get(0).value())));
        return Optional.of(new SourceStep.Read(head, paths, format, withFile(), List.of()));
    }

    private boolean isFile(Node node, Text path) {
        Matcher address = ADDRESS.matcher(path.value());
        Matcher unknown = UNKNOWN.matcher(path.value());
        if (address.matches()) {
            boolean server = address.group(1).equals("tcp");
            nodes.error(
                    node,
                    server ? "a server is read by a step of its own" : noConnector(address.group(1)),
                    server ? "put several datasets together with `union`" : SOURCES);
            return false;
        } else if (unknown.matches()) {
            String suffix = unknown.group(1).toLowerCase(Locale.ROOT);
            nodes.error(
                    node,
                    "files with ." + suffix + " cannot be read",
                    "those with .gz, .zst and .zip can; a program may unpack others: `{command: ...}`");
            return false;
        }
        return true;
    }

    /** Rows of one source are of one kind. */
    private void mixed(Node node, Text first, Text path) {
        Kind one = FileName.kind(first.value());
        Kind other = FileName.kind(path.value());
        if (one != other) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(path.value()) + "` is " + name(other) + ", and `"
                            + Nodes.shortened(first.value()) + "` is " + name(one),
                    "say with `format` what all are, or read them in datasets of their own");
        }
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private boolean withFile() {
        Node node = options.node("with");
        Optional<Text> what = node == null ? Optional.empty() : nodes.text(node, "`with`");
        if (node != null && what.isPresent() && !what.get().value().equals("file")) {
            nodes.error(
                    node,
                    "there is no `" + Nodes.shortened(what.get().value()) + "` to read with",
                    "`with: file` adds a column `file`");
        }
        return what.isPresent();
    }

    private static String noConnector(String name) {
        return "there is no connector `" + Nodes.shortened(name) + "`";
    }

    /** A map names its connector first; a program is the only one. */
    private Optional<Step> connector(Node argument, Head head) {
        if (nodes.isBlamed(argument)) {
            return Optional.empty();
        }
        List<Entry> entries = nodes.entries(argument, "`read`");
        if (entries.isEmpty()) {
            nodes.error(argument, "`read` has no path");
            return Optional.empty();
        }
        Entry first = entries.get(0);
        if (!first.key().equals("command")) {
            nodes.add(Problem.error(first.place(), noConnector(first.key())).hint(SOURCES));
            return Optional.empty();
        }
        for (Entry entry : entries.subList(1, entries.size())) {
            String key = Nodes.shortened(entry.key());
            nodes.add(Problem.error(entry.place(), "`" + key + "` does not belong inside `{command: ...}`")
                    .hint("options stand beside the verb, on lines of their own"));
        }
        noFile();
        FileFormat format = formats.read(formats.named().orElse(Kind.TEXT));
        return readers.code()
                .shell(first.value(), "command")
                .map(code -> new SourceStep.Command(head, code, options.launching(readers.defaults()), format));
    }

    private void noFile() {
        options.refuse("here", "these rows are of no file", "with");
    }

    private Optional<Step> server(Node argument, Text text, Matcher address, Head head) {
        if (!address.group(1).equals("tcp")) {
            nodes.error(argument, noConnector(address.group(1)), SOURCES);
            return Optional.empty();
        }
        Matcher server = SERVER.matcher(address.group(2));
        int port = server.matches() ? Integer.parseInt(server.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            nodes.error(
                    argument,
                    "`" + Nodes.shortened(text.value()) + "` is no address of a server",
                    "write `tcp://host:port`, the port from 1 to 65535");
            return Optional.empty();
        }
        noFile();
        String host = server.group(1).replaceAll("[\\[\\]]", "");
        FileFormat format = formats.read(formats.named().orElse(Kind.TEXT));
        return Optional.of(new SourceStep.Socket(head, new Text(host, text.place()), port, format));
    }
}

package io.gleamflow.descriptor;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Nearest;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how files and streams hold rows: {@code format}, {@code columns}, {@code separator} and {@code encoding}. */
final class FormatReader {

    private static final int WIDEST = 1_000_000;

    private static final List<String> ENCODINGS = List.of(
            "utf-8",
            "latin1",
            "iso-8859-1",
            "iso-8859-15",
            "windows-1252",
            "us-ascii",
            "utf-16",
            "utf-16le",
            "utf-16be");

    private final Nodes nodes;
    private final ColumnsReader columns;
    private final OptionsReader options;

    FormatReader(Nodes nodes, ColumnsReader columns, OptionsReader options) {
        this.nodes = nodes;
        this.columns = columns;
        this.options = options;
    }

    /** The format that {@code format} names; empty when it is not there, or names none, which is noted. */
    Optional<Kind> named() {
        Node node = options.node("format");
        Optional<String> name =
                node == null ? Optional.empty() : nodes.text(node, "`format`").map(Text::value);
        if (node == null || name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> kind = Kind.named(name.get());
        if (kind.isEmpty()) {
            nodes.error(
                    node,
                    "there is no format `" + Nodes.shortened(name.get()) + "`",
                    Nearest.hint(name.get(), Kind.allNames())
                            .orElse("formats are text, csv, tsv, json, jsonl and msgpack"));
        }
        return kind;
    }

    /** The whole format, given its kind so far; {@code columns} may make it one of fixed width. */
    FileFormat read(Kind kind) {
        Node node = options.node("columns");
        Charset encoding = encoding(kind);
        char separator = separator(kind);
        if (node instanceof MappingNode) {
            return fixed(node, encoding);
        }
        return new FileFormat(kind, separator, encoding, node == null ? List.of() : names(node, kind), List.of());
    }

    private List<String> names(Node node, Kind kind) {
        List<String> names =
                columns.names(node, "`columns`").stream().map(Text::value).toList();
        if (kind == Kind.TEXT) {
            nodes.error(
                    node,
                    "lines of text are one column",
                    "name it with `as`, say `format: csv`, or give widths: `columns: {id: 8, name: 30}`");
        }
        return names;
    }

    private FileFormat fixed(Node node, Charset encoding) {
        List<String> names = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (Entry entry : nodes.entries(node, "`columns`")) {
            String what = "the width of `" + Nodes.shortened(entry.key()) + "` is";
            nodes.integer(entry.value(), what, 1, WIDEST).ifPresent(width -> {
                names.add(entry.key());
                widths.add(width.intValue());
            });
        }
        if (names.isEmpty()) {
            nodes.error(node, "`columns` has no columns");
        }
        Node format = options.node("format");
        if (format != null) {
            nodes.error(format, "`columns` with widths is a format itself", "leave out `format`");
        }
        return new FileFormat(Kind.FIXED, ',', encoding, names, widths);
    }

    private char separator(Kind kind) {
        Node node = options.node("separator");
        Optional<String> text = node == null
                ? Optional.empty()
                : nodes.text(node, "`separator`").map(Text::value);
        if (node == null || text.isEmpty()) {
            return ',';
        }
        String one = text.get().equals("tab") || text.get().equals("\\t") ? "\t" : text.get();
        boolean right = one.length() == 1 && one.charAt(0) < 0x80 && one.charAt(0) != 0 && "\"\r\n".indexOf(one) < 0;
        if (!right) {
            nodes.error(
                    node,
                    "`" + Nodes.shortened(text.get()) + "` is no separator",
                    "it is one ASCII character other than a quote, such as `\";\"`, or `tab`");
        } else if (kind != Kind.CSV) {
            String hint = kind == Kind.TSV ? "columns of tsv are between tabs" : "say `format: csv`";
            nodes.error(node, "`separator` goes with csv", hint);
        }
        return right ? one.charAt(0) : ',';
    }

    Charset encoding(Kind kind) {
        Node node = options.node("encoding");
        Optional<String> name =
                node == null ? Optional.empty() : nodes.text(node, "`encoding`").map(Text::value);
        if (node == null || name.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        if (kind == Kind.MSGPACK) {
            nodes.error(node, "msgpack is no text and has no encoding");
        }
        try {
            Charset charset = Charset.forName(name.get().strip());
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // noted below, as one that can only be read is
        }
        nodes.error(
                node,
                "there is no encoding `" + Nodes.shortened(name.get()) + "`",
                Nearest.hint(name.get(), ENCODINGS).orElse("usual ones are utf-8, latin1, windows-1252 and utf-16"));
        return StandardCharsets.UTF_8;
    }
}

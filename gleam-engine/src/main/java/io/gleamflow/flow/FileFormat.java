package io.gleamflow.flow;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a file or a stream holds rows.
 *
 * @param separator between the columns of {@link Kind#CSV}, one ASCII character
 * @param encoding of the text; no meaning for {@link Kind#MSGPACK}
 * @param columns names given by {@code columns:}; a csv or tsv file has no header then
 * @param widths of the columns in characters, for {@link Kind#FIXED} only
 */
public record FileFormat(Kind kind, char separator, Charset encoding, List<String> columns, List<Integer> widths) {

    /** What the bytes are. */
    public enum Kind {
        /** a row a line; columns are joined by tabs when written, and not divided when read */
        TEXT("text txt"),
        CSV("csv"),
        /** columns between tabs, without quotes */
        TSV("tsv"),
        /** one array of objects or values */
        JSON("json"),
        /** an object or a value a line */
        JSONL("jsonl ndjson"),
        /** frames: a length of 32 bits, little-endian, and the columns as MessagePack values */
        MSGPACK("msgpack"),
        /** columns of fixed width; the widths say so, and no name */
        FIXED("");

        private final String names;

        /** A kind with these names, between blanks. */
        Kind(String names) {
            this.names = names;
        }

        private List<String> names() {
            return names.isEmpty() ? List.of() : List.of(names.split(" "));
        }

        /** The kind that a name means, which may be a {@code format} or the extension of a file. */
        public static Optional<Kind> named(String name) {
            for (Kind kind : values()) {
                if (kind.names().contains(name)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        /** The names of all kinds. */
        public static List<String> allNames() {
            return Arrays.stream(values())
                    .flatMap(kind -> kind.names().stream())
                    .toList();
        }
    }

    public FileFormat {
        columns = List.copyOf(columns);
        widths = List.copyOf(widths);
    }

    /** The usual form of a kind. */
    public static FileFormat of(Kind kind) {
        return new FileFormat(kind, ',', StandardCharsets.UTF_8, List.of(), List.of());
    }

    /** Whether a header line is read where no columns are given. */
    public boolean hasHeader() {
        return (kind == Kind.CSV || kind == Kind.TSV) && columns.isEmpty();
    }
}

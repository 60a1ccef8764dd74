package io.gleamflow.flow;

import io.gleamflow.flow.FileFormat.Kind;
import java.util.List;
import java.util.Locale;

/** What the name of a file tells: {@code orders.csv.gz} is csv, and compressed. */
public final class FileName {

    /** Of compressed files; the name before says what is inside. */
    private static final List<String> PACKED = List.of(".gz", ".zst", ".zip");

    private FileName() {}

    /** Whether the bytes of a file with this name or path are compressed. */
    public static boolean isPacked(String path) {
        return !plain(path).equals(path);
    }

    /** Whether a text that may be a path or the name of a dataset is a path. */
    public static boolean isPath(String text) {
        return text.indexOf('/') >= 0 || text.indexOf('.') >= 0;
    }

    /** The kind of a file with this name or path, which may be nothing but an extension; text when the name tells none. */
    public static Kind kind(String path) {
        String plain = plain(path);
        String extension = plain.substring(plain.lastIndexOf('.') + 1);
        return Kind.named(extension.toLowerCase(Locale.ROOT)).orElse(Kind.TEXT);
    }

    /** Without the suffix of a compression. */
    private static String plain(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String suffix : PACKED) {
            if (lower.endsWith(suffix)) {
                return path.substring(0, path.length() - suffix.length());
            }
        }
        return path;
    }
}

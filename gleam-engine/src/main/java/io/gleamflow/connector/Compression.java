package io.gleamflow.connector;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;

/**
 * How a file is compressed, as its name says.
 *
 * <p>Zstandard is the library of its authors behind JNI. The port to Java has no bounds checks where it matters, and stands
 * on {@code sun.misc.Unsafe}, which goes away; a native library only needs a permission.
 */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst"),
    /** An archive of files; it can only be read. */
    ZIP(".zip");

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /** The compression of a file with this name or path. */
    public static Compression of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Compression each : values()) {
            if (each != NONE && lower.endsWith(each.suffix)) {
                return each;
            }
        }
        return NONE;
    }

    /**
     * The content of a stream of one file; closing it closes the stream.
     *
     * @throws IOException also later, when the content is damaged or cut short
     */
    InputStream content(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GzipInput(in);
            case ZSTD -> zstd(in);
            case ZIP -> throw new IllegalArgumentException("an archive is no stream");
        };
    }

    /** No bytes are no frame: an empty file was cut short. */
    private static InputStream zstd(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in);
        int first = pushback.read();
        if (first < 0) {
            throw new EOFException("the zstd data is cut short");
        }
        pushback.unread(first);
        ZstdLibrary.load();
        return new ZstdInputStreamNoFinalizer(pushback);
    }
}

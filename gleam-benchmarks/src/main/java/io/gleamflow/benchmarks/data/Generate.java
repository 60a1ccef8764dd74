package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a file of a kind, always the same for the same arguments.
 *
 * <pre>java -cp … io.gleamflow.benchmarks.data.Generate KIND SIZE FILE [SEED]</pre>
 *
 * <p>{@code SIZE} is a number of rows, or with {@code mb} behind it of millions of bytes, of which the last row may go beyond.
 */
public final class Generate {

    private static final String MEGABYTES = "mb";
    private static final long MEGABYTE = 1_000_000;
    private static final int FLUSHED = 1 << 20;
    private static final long SEED = 20261124;

    private Generate() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3 || arguments.length > 4) {
            throw new IllegalArgumentException("KIND SIZE FILE [SEED]");
        }
        Kind kind = Kind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        boolean inBytes = arguments[1].endsWith(MEGABYTES);
        long size = Long.parseLong(inBytes ? arguments[1].substring(0, arguments[1].length() - 2) : arguments[1]);
        long bytes = inBytes ? size * MEGABYTE : Long.MAX_VALUE;
        long rows = inBytes ? Long.MAX_VALUE : size;
        SplittableRandom random = new SplittableRandom(arguments.length > 3 ? Long.parseLong(arguments[3]) : SEED);
        Records records = kind.records(random, inBytes ? bytes / kind.width() : rows);
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            write(records, rows, bytes, out);
        }
    }

    private static void write(Records records, long rows, long bytes, OutputStream out) throws IOException {
        Bytes buffer = new Bytes(2 * FLUSHED);
        records.header(buffer);
        long written = 0;
        for (long row = 0; row < rows && written + buffer.length() < bytes; row++) {
            records.next(row, buffer);
            if (buffer.length() >= FLUSHED) {
                out.write(buffer.array(), 0, buffer.length());
                written += buffer.length();
                buffer.clear();
            }
        }
        out.write(buffer.array(), 0, buffer.length());
    }
}

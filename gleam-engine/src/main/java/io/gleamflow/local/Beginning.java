package io.gleamflow.local;

import io.gleamflow.connector.Compression;
import io.gleamflow.connector.MembersOutput;
import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.RowsOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An output as far as it has been written: its head and its first part, compressed and digested already, so that large outputs
 * are not written and read twice. The other parts are put behind it. Used by one thread after the other.
 */
final class Beginning {

    private final Path file;
    private final RowFormat format;
    private final MessageDigest sum = sha256();
    private final OutputStream out;

    /**
     * Begins an output in a file of the run.
     *
     * @param target the path of the output, which says how it is compressed
     */
    Beginning(Path file, String target, RowFormat format, FirstFailure failure) throws IOException {
        this.file = file;
        this.format = format;
        OutputStream digested = new DigestOutputStream(Files.newOutputStream(file), sum);
        this.out = packed(new RunOutput(digested, failure), target);
        out.write(format.head());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static OutputStream packed(OutputStream out, String path) throws IOException {
        Compression compression = Compression.of(path);
        return compression == Compression.NONE ? out : new MembersOutput(out, compression);
    }

    /** Takes rows; closing that stream closes nothing. */
    OutputStream rows() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                out.write(bytes, start, length);
            }

            @Override
            public void close() {}
        };
    }

    /**
     * Puts the other parts behind the first.
     *
     * @param rows of the first
     * @return the SHA-256 of all
     */
    String end(long rows, List<RowsOutput.Part> others) throws IOException {
        try (out) {
            RowsOutput.join(format, rows > 0, others, out);
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    /** Puts all, which has ended, in its place, on another file system if need be. */
    void moveTo(Path place) throws IOException {
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(file);
        }
    }

    /** Gives back what the system holds. */
    void abandon() throws IOException {
        out.close();
    }
}

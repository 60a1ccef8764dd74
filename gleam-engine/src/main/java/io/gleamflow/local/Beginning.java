package io.gleamflow.local;

import io.gleamflow.connector.Compression;
import io.gleamflow.connector.MembersOutput;
import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.RowsOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;

/**
 * An output as far as it has been written: its head and its first part, compressed and digested already, so that large outputs
 * are not written and read twice. The other parts are put behind it. Used by one thread after the other.
 */
final class Beginning {

    private final Path file;
    private final RowFormat format;
    private final FirstFailure failure;
    private final DigestedOutput opened;
    private final OutputStream out;

    /**
     * Begins an output in a file of the run.
     *
     * @param target the path of the output, which says how it is compressed
     */
    Beginning(Path file, String target, RowFormat format, FirstFailure failure) throws IOException {
        this.file = file;
        this.format = format;
        this.failure = failure;
        this.opened = new DigestedOutput(Files.newOutputStream(file));
        boolean well = false;
        try {
            this.out = packed(new RunOutput(opened, failure), target);
            out.write(format.head());
            well = true;
        } finally {
            if (!well) {
                opened.close();
            }
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
        return opened.sum();
    }

    /** Puts all, which has ended, in the place of a file that is there, and keeps who may read and write that. */
    void moveTo(Path place) throws IOException {
        if (!isMoved(place)) {
            try (InputStream in = Files.newInputStream(file);
                    OutputStream to = new RunOutput(
                            Files.newOutputStream(place, StandardOpenOption.TRUNCATE_EXISTING), failure)) {
                in.transferTo(to);
            }
            Files.delete(file);
        }
    }

    /** Whether it could be renamed: on the same file system, with the same owners, where permissions are all there is. */
    private boolean isMoved(Path place) throws IOException {
        try {
            PosixFileAttributes there = Files.readAttributes(place, PosixFileAttributes.class);
            PosixFileAttributes here = Files.readAttributes(file, PosixFileAttributes.class);
            if (!there.owner().equals(here.owner()) || !there.group().equals(here.group())) {
                return false;
            }
            Files.setPosixFilePermissions(file, there.permissions());
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
            return false;
        }
    }

    /** Gives back what the system holds, and finishes nothing. */
    void abandon() throws IOException {
        opened.close();
    }
}

package io.gleamflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces the content of a file: whoever reads it meanwhile has the old or the new one, and permissions stay. */
final class ReplacedFile {

    private ReplacedFile() {}

    /**
     * Writes, unless the file has changed since it was read.
     *
     * @throws IOException when it has, or cannot be written; it is as it was then
     */
    static void write(Path path, byte[] old, byte[] bytes) throws IOException {
        Path file = path.toRealPath();
        if (!Files.isWritable(file)) {
            throw new IOException(path + " is read-only");
        }
        Path aside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
        try {
            Files.write(aside, bytes);
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null) {
                Files.setPosixFilePermissions(aside, view.readAttributes().permissions());
            }
            if (!java.util.Arrays.equals(old, Files.readAllBytes(file))) {
                throw new IOException(path + " has changed meanwhile");
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}

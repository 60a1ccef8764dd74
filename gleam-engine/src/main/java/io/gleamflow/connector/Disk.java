package io.gleamflow.connector;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Waits until what was written would survive a power failure. */
final class Disk {

    private Disk() {}

    /** The content of a file. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The names in a directory; does nothing on systems (Windows) where a directory cannot be opened. */
    static void forceDirectory(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException notPossible) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }
}

package io.gleamflow.freshness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A place in the file system as it was.
 *
 * @param kind what was there
 * @param look how it was, for kinds of which that is known
 */
record Spot(char kind, Look look, String path) {

    static final char FILE = 'f';

    /** A directory with its list of names, which no name can enter or leave without changing how it looks. */
    static final char DIRECTORY = 'd';

    /** A directory, whatever is in it. */
    static final char ANY_DIRECTORY = 'a';

    /** Neither a regular file nor a directory; mostly nothing at all. */
    static final char NOTHING = 'n';

    /** What is there, whatever it is; only of files it is known how they look. */
    static Spot at(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return new Spot(FILE, Look.at(path), path.toString());
        }
        return new Spot(Files.isDirectory(path) ? ANY_DIRECTORY : NOTHING, Look.NONE, path.toString());
    }

    static Spot directory(Path path) throws IOException {
        return new Spot(DIRECTORY, Look.atDirectory(path), path.toString());
    }

    /** Whether nothing has changed; not when that cannot be told. */
    boolean isSame() {
        try {
            Path there = Path.of(path);
            return switch (kind) {
                case FILE -> Look.at(there).isSame(look);
                case DIRECTORY -> Look.atDirectory(there).isSame(look);
                case ANY_DIRECTORY -> Files.isDirectory(there);
                case NOTHING -> !Files.isRegularFile(there) && !Files.isDirectory(there);
                default -> false;
            };
        } catch (IOException | InvalidPathException gone) {
            return false;
        }
    }
}

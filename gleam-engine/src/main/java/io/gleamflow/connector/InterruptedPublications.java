package io.gleamflow.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Brings publications to an end whose runs have died: forward if their journal is complete, back if not. */
final class InterruptedPublications {

    private InterruptedPublications() {}

    /** Every step may be repeated, so it does not matter if this is interrupted, or done by two at once. */
    static void recover(Path stateDirectory) throws IOException {
        IOException failure = null;
        for (Journal journal : Journal.abandoned(stateDirectory)) {
            try {
                end(journal);
            } catch (IOException e) {
                if (failure == null) {
                    failure = new SourceException(
                            "an interrupted publication of an earlier run cannot be finished: " + e.getMessage());
                    failure.initCause(e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void end(Journal journal) throws IOException {
        Journal.Contents contents = journal.read();
        if (!contents.complete()) {
            Publication.undo(contents.moves(), contents.madeDirectories());
            journal.delete();
            return;
        }
        Set<Path> directories = new LinkedHashSet<>();
        for (Publication.Move move : contents.moves()) {
            finish(move);
            directories.add(Target.directory(move.target()));
        }
        for (Path directory : directories) {
            Disk.forceDirectory(directory);
        }
        journal.delete();
    }

    /** What was renamed before, or had not changed, is not there any more. */
    private static void finish(Publication.Move move) throws IOException {
        if (!Files.exists(move.staged())) {
            return;
        }
        try {
            Publication.rename(move);
        } catch (IOException e) {
            if (Files.exists(move.staged())) {
                throw e;
            }
            // another process was faster
        }
    }
}

package io.gleamflow.connector;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All outputs of a run, or none: they are written beside their targets, a journal says that they are complete, and then
 * they are renamed. A run that is killed after the journal was written is finished by {@link #recover}; one that is killed
 * before leaves the targets as they were. Not thread-safe.
 */
public final class Publication implements Closeable {

    private final Journal journal;
    private final List<Move> moves = new ArrayList<>();
    private final List<Path> madeDirectories = new ArrayList<>();
    private boolean published;

    private Publication(Journal journal) {
        this.journal = journal;
    }

    /** A file written aside and where it is to go. */
    record Move(Path staged, Path target) {}

    /**
     * Begins a publication.
     *
     * @param stateDirectory where the journals of a project's runs lie; created when there is none
     */
    public static Publication open(Path stateDirectory) throws IOException {
        Files.createDirectories(stateDirectory);
        return new Publication(Journal.create(stateDirectory));
    }

    /** Finishes or undoes what runs that have died left behind; runs that are alive are left alone. */
    public static void recover(Path stateDirectory) throws IOException {
        for (Journal left : Journal.abandoned(stateDirectory)) {
            if (left.isComplete()) {
                for (Move move : left.moves()) {
                    if (Files.exists(move.staged())) {
                        rename(move);
                    }
                }
                left.delete();
            } else {
                for (Move move : left.moves()) {
                    Files.deleteIfExists(move.staged());
                }
                left.delete();
            }
        }
    }

    /**
     * The file to write for a target: new, in the same directory, of which missing parts are made. A link is followed, so
     * that the file it points to is replaced.
     *
     * @throws IOException when the target cannot be replaced, being a directory or in one that is not writable
     */
    public Path stage(Path target) throws IOException {
        Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
        if (Files.isDirectory(real)) {
            throw new SourceException(target + " is a directory, so no file of that name can be written");
        }
        Path directory = real.getParent();
        if (directory == null) {
            throw new SourceException(target + " has no directory");
        }
        makeDirectories(directory);
        if (!Files.isWritable(directory)) {
            throw new SourceException("the directory " + directory + " is not writable");
        }
        Path staged = directory.resolve("." + real.getFileName() + ".gleam-" + journal.id() + "-" + moves.size() + ".tmp");
        Move move = new Move(staged, real);
        moves.add(move);
        journal.intend(move);
        Files.createFile(staged);
        return staged;
    }

    private void makeDirectories(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory; at != null && !Files.exists(at, LinkOption.NOFOLLOW_LINKS); at = at.getParent()) {
            missing.add(0, at);
        }
        Files.createDirectories(directory);
        madeDirectories.addAll(missing);
    }

    /** Puts all staged files in their places. What has the bytes its target has already is dropped instead. */
    public void commit() throws IOException {
        List<Move> changed = new ArrayList<>();
        for (Move move : moves) {
            if (Files.exists(move.target()) && Files.mismatch(move.staged(), move.target()) < 0) {
                Files.delete(move.staged());
            } else {
                keepMode(move);
                Journal.force(move.staged());
                changed.add(move);
            }
        }
        journal.complete(changed);
        published = true;
        for (Move move : changed) {
            rename(move);
        }
        journal.delete();
    }

    private static void keepMode(Move move) throws IOException {
        if (Files.exists(move.target())
                && Files.getFileStore(move.target()).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(move.target());
            Files.setPosixFilePermissions(move.staged(), mode);
        }
    }

    private static void rename(Move move) throws IOException {
        Files.move(move.staged(), move.target(), StandardCopyOption.ATOMIC_MOVE);
        Path directory = move.target().getParent();
        if (directory != null) {
            Journal.force(directory);
        }
    }

    /** Undoes everything unless {@link #commit} has got past the journal. */
    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        for (Move move : moves) {
            Files.deleteIfExists(move.staged());
        }
        for (int i = madeDirectories.size() - 1; i >= 0; i--) {
            deleteIfEmpty(madeDirectories.get(i));
        }
        journal.delete();
    }

    private static void deleteIfEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException inUse) {
            // someone else has put something in it
        }
    }
}

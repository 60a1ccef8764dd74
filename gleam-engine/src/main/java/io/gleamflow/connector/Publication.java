package io.gleamflow.connector;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All outputs of a run, or none. Outputs are written beside their targets, or moved there when they are ready, and renamed at
 * the end, after a journal that tells of the renames is safe on disk: a run that is killed before leaves the old outputs as they were, and one that is killed
 * after is finished by {@link #recover}. Thread-safe; any number of runs may share a state directory.
 *
 * <p>An output keeps the permissions of the file it replaces, but not its owner, and is not touched if its bytes are the
 * same. Power failures are covered as far as the file system keeps its word about {@code fsync}.
 */
public final class Publication implements Closeable {

    private static final int ATTEMPTS = 3;

    private final Journal journal;
    private final Steps steps;
    private final List<Move> moves = new ArrayList<>();
    private final Set<Path> targets = new HashSet<>();
    private final List<Path> madeDirectories = new ArrayList<>();
    private State state = State.STAGING;

    private enum State {
        STAGING,
        /** the journal may be complete on disk or not */
        COMPLETING,
        /** the journal is complete: from here it only goes forward */
        RENAMING,
        ENDED
    }

    /** A file written aside and where it is to go. */
    record Move(Path staged, Path target) {}

    /** Sees every step of {@link #commit} before it is taken; tests make it fail there. */
    interface Steps {
        void before(String step) throws IOException;
    }

    private Publication(Journal journal, Steps steps) {
        this.journal = journal;
        this.steps = steps;
    }

    /**
     * Begins a publication.
     *
     * @param stateDirectory where the journals of all runs of a project lie; made if there is none
     */
    public static Publication open(Path stateDirectory) throws IOException {
        return open(stateDirectory, step -> {});
    }

    static Publication open(Path stateDirectory, Steps steps) throws IOException {
        Files.createDirectories(stateDirectory);
        return new Publication(Journal.create(stateDirectory), steps);
    }

    /**
     * Finishes or undoes what runs that have died left behind; runs that are alive are left alone. To be called before a run
     * reads anything. May be called at any time, by several at once.
     *
     * @throws IOException if an output of an interrupted publication cannot be put in its place; the next call tries again
     */
    public static void recover(Path stateDirectory) throws IOException {
        InterruptedPublications.recover(stateDirectory);
    }

    /**
     * A new, empty file to write for a target, in the target's directory; missing directories are made. A link is followed:
     * the file it leads to is replaced, not the link.
     *
     * @throws SourceException if the target cannot be replaced: it is a directory or no plain file, it or its directory is
     *     read-only, or it is staged already
     */
    public synchronized Path stage(Path target) throws IOException {
        requireStaging();
        try {
            Path real = Target.real(target);
            Target.check(real);
            if (!targets.add(real)) {
                throw new SourceException("two outputs write to " + real);
            }
            return create(real);
        } catch (IOException e) {
            throw Target.refusal(target, e);
        }
    }

    private Path create(Path target) throws IOException {
        Move move = new Move(target.resolveSibling(Target.stagedName(target, journal.id(), moves.size())), target);
        journal.willStage(move);
        for (int attempt = 1; ; attempt++) {
            makeDirectories(Target.directory(target));
            try {
                Files.createFile(move.staged());
                break;
            } catch (NoSuchFileException e) {
                // another run has just removed a directory that it had made and not used
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        moves.add(move);
        Target.hideLikeTarget(move);
        return move.staged();
    }

    private void makeDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        makeDirectories(Target.directory(directory));
        journal.willMake(directory);
        Files.createDirectory(directory);
        madeDirectories.add(directory);
    }

    /**
     * Puts all staged files in their places. If it fails, either nothing has been published and {@link #close} removes what
     * is staged, or {@link #recover} will publish the rest.
     *
     * @return the staged files whose targets had the same bytes already and were left as they were
     * @throws SourceException if a staged file is gone, or its target can no longer be replaced
     */
    public synchronized Set<Path> commit() throws IOException {
        requireStaging();
        List<Move> changed = prepare();
        Set<Path> directories = directories(changed);
        steps.before("force directories");
        for (Path directory : directories) {
            Disk.forceDirectory(directory);
        }
        state = State.COMPLETING;
        steps.before("complete journal");
        journal.complete();
        state = State.RENAMING;
        for (Move move : changed) {
            steps.before("rename " + move.target().getFileName());
            rename(move);
        }
        steps.before("force renames");
        for (Path directory : directories) {
            Disk.forceDirectory(directory);
        }
        steps.before("delete journal");
        journal.delete();
        state = State.ENDED;
        steps.before("end");
        Set<Path> unchanged = new HashSet<>();
        for (Move move : moves) {
            if (!changed.contains(move)) {
                unchanged.add(move.staged());
            }
        }
        return unchanged;
    }

    /** Makes ready all that differs from its target, and drops the rest. */
    private List<Move> prepare() throws IOException {
        List<Move> changed = new ArrayList<>();
        for (Move move : moves) {
            Path name = move.target().getFileName();
            checkAgain(move);
            if (Files.exists(move.target()) && Files.mismatch(move.staged(), move.target()) < 0) {
                steps.before("drop " + name);
                Files.delete(move.staged());
            } else {
                steps.before("force " + name);
                Target.keepPermissions(move);
                Disk.force(move.staged());
                changed.add(move);
            }
        }
        return changed;
    }

    private static void checkAgain(Move move) throws IOException {
        try {
            Target.check(move.target());
        } catch (IOException e) {
            throw Target.refusal(move.target(), e);
        }
        if (!Files.isRegularFile(move.staged())) {
            throw new SourceException("what was written for " + move.target() + " is gone: " + move.staged());
        }
    }

    /** Whatever holds the name of a file or directory that is new. */
    private Set<Path> directories(List<Move> changed) {
        Set<Path> directories = new LinkedHashSet<>();
        for (Move move : changed) {
            directories.add(Target.directory(move.target()));
        }
        for (Path made : madeDirectories) {
            directories.add(Target.directory(made));
        }
        return directories;
    }

    static void rename(Move move) throws IOException {
        try {
            Files.move(move.staged(), move.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Target.refusal(move.target(), e);
        }
    }

    private void requireStaging() {
        if (state != State.STAGING) {
            throw new IllegalStateException("The publication is over");
        }
    }

    /** Removes all that was staged, unless {@link #commit} has got past its journal. May be called twice. */
    @Override
    public synchronized void close() throws IOException {
        try {
            if (state == State.STAGING) {
                undo(moves, madeDirectories);
                journal.delete();
            } else if (state == State.COMPLETING) {
                // first the journal: if it is complete after all, it must not find half of what is staged
                journal.delete();
                undo(moves, madeDirectories);
            }
        } finally {
            if (state != State.ENDED && journal.exists()) {
                journal.handOver();
            }
            state = State.ENDED;
        }
    }

    /** Removes staged files, and directories that were made for them and are empty. */
    static void undo(List<Move> moves, List<Path> madeDirectories) throws IOException {
        for (Move move : moves) {
            // asked first, for what was only going to be staged may have no directory to be deleted from
            if (Files.exists(move.staged())) {
                Files.deleteIfExists(move.staged());
            }
        }
        for (int i = madeDirectories.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(madeDirectories.get(i));
            } catch (IOException inUse) {
                // someone else has put something in it
            }
        }
    }
}

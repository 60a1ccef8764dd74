package io.gleamflow;

import io.gleamflow.connector.Owner;
import io.gleamflow.connector.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What runs leave in a project when they are killed, and where they work. Only who has the {@link ProjectLock} may deal with
 * it: nobody else works there then.
 *
 * @param directory of gleam in the project
 */
record Leftovers(Path directory) {

    private static final String WORK = "work-";
    private static final String KEPT = "kept-";
    private static final char BEFORE_WORD = '.';

    /** Where the journals of publications are. */
    Path state() {
        return directory.resolve("state");
    }

    /** A directory for another run. */
    Path work() {
        return directory.resolve(WORK + Owner.self() + BEFORE_WORD + word());
    }

    /** The same for a run whose directory stays until the next build runs a flow. */
    Path kept() {
        return directory.resolve(KEPT + Owner.self() + BEFORE_WORD + word());
    }

    /** Told apart from others of this process; nobody has to be kept from guessing it, which would take longer. */
    private static String word() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    /**
     * Removes what earlier builds have kept.
     *
     * @param held shows that nobody works here
     */
    void endKept(ProjectLock held) throws IOException {
        for (Path file : files(directory)) {
            if (String.valueOf(file.getFileName()).startsWith(KEPT)) {
                remove(file);
            }
        }
    }

    /**
     * Finishes or undoes an interrupted publication and removes work directories of who has died.
     *
     * @param held shows that nobody works here, as far as the system has locks
     * @throws IOException when a publication cannot be finished; a directory that cannot be removed changes nothing
     */
    void end(ProjectLock held) throws IOException {
        Publication.recover(state());
        for (Path file : files(state())) {
            if (ProjectLock.isLostTurn(file)) {
                Files.deleteIfExists(file);
            }
        }
        for (Path file : files(directory)) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(WORK) && !isOfAnotherThatLives(name)) {
                remove(file);
            }
        }
    }

    /** Where locks of files do not work other processes may be at work; within this one the lock keeps everybody out. */
    private static boolean isOfAnotherThatLives(String work) {
        int end = work.indexOf(BEFORE_WORD);
        return end >= 0
                && Owner.parse(work.substring(WORK.length(), end))
                        .filter(owner -> owner.pid() != Owner.self().pid() && owner.lives())
                        .isPresent();
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            List<Path> all = new ArrayList<>();
            for (Path file : files) {
                all.add(file);
            }
            return all;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** The reaper of the run that died may be doing the same. */
    private static void remove(Path work) {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inTheWay) {
            // the next run tries again
        }
    }

    /** Looks without changing anything, not even the times of directories, and in a hurry. */
    boolean hasAny() throws IOException {
        for (Path file : files(directory)) {
            if (String.valueOf(file.getFileName()).startsWith(WORK)) {
                return true;
            }
        }
        for (Path file : files(state())) {
            // directories have what was noted of flows
            if (!Files.isDirectory(file)) {
                return true;
            }
        }
        return false;
    }

    /** Does the same when no run is at work; a run that waits does it when its turn has come. */
    void endIfNobodyWorks() throws IOException {
        if (!hasAny()) {
            return;
        }
        Optional<ProjectLock> lock = ProjectLock.tryTake(state(), "nothing");
        if (lock.isPresent()) {
            try (ProjectLock held = lock.get()) {
                end(held);
            }
        }
    }
}

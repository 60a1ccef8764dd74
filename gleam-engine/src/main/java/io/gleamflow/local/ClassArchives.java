package io.gleamflow.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Archives of the classes that workers load, in a directory that all runs of a user share: {@code KEY-SUM.jsa}, where the sum
 * is that of the bytes, because a JVM crashes on an archive that is cut short. Beside them lie marks, empty files: {@code
 * KEY.wanted} says that a run would have liked one, {@code KEY.try1} and so on that somebody has begun to make it.
 *
 * <p>It never fails: what cannot be read is not there, and what cannot be written is not kept.
 */
final class ClassArchives {

    private static final String ARCHIVE = ".jsa";
    private static final String UNFINISHED = ".new";
    private static final String WANTED = ".wanted";
    private static final String TRY = ".try";

    private static final int TRIES = 3;

    /** Archives of the same user: of several JDKs, and of versions of gleam. */
    private static final int KEPT = 8;

    /** How long a run that wanted one must lie back: a build that is the only one of its machine makes none for itself. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final Duration OLD = Duration.ofDays(7);

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;
    private final String key;
    private final Path ours;

    /**
     * @param key of all that an archive depends on
     * @param ours a file or directory of the user who runs this
     */
    ClassArchives(Path directory, String key, Path ours) {
        this.directory = directory;
        this.key = key;
        this.ours = ours;
    }

    /** One whose bytes are what they were when it was kept. */
    Optional<Path> find() {
        if (!isOurs()) {
            return Optional.empty();
        }
        for (Path archive : files(name -> name.startsWith(key + "-") && name.endsWith(ARCHIVE))) {
            try {
                if (Files.isRegularFile(archive, LinkOption.NOFOLLOW_LINKS)
                        && name(archive).equals(String.valueOf(archive.getFileName()))) {
                    return Optional.of(used(archive));
                }
                Files.delete(archive);
            } catch (IOException unreadable) {
                // as if there were none
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the caller is to make one. The first run that asks only leaves a mark; later on one is told so at a time, and
     * only a few times in a week.
     */
    boolean isToBeMade() {
        try {
            create();
            removeOldMarks();
            if (!isOurs() || !isLongAgo(WANTED)) {
                return false;
            }
            for (int number = 1; number <= TRIES; number++) {
                Path begun = mark(TRY + number);
                if (!Files.exists(begun)) {
                    Files.createFile(begun);
                    return true;
                } else if (!isOlder(begun, SOON)) {
                    // somebody may be at it
                    return false;
                }
            }
            return false;
        } catch (IOException notWritable) {
            return false;
        }
    }

    /** Whether there is a mark since some time; one that is missing is made. */
    private boolean isLongAgo(String suffix) throws IOException {
        try {
            Files.createFile(mark(suffix));
            return false;
        } catch (FileAlreadyExistsException before) {
            return isOlder(mark(suffix), SOON);
        }
    }

    /** Keeps an archive that is complete, and removes others that nobody has used for a long time. */
    void keep(Path made) {
        Path aside = directory.resolve(key + "-" + UUID.randomUUID() + UNFINISHED);
        try {
            Files.copy(made, aside);
            Files.move(aside, directory.resolve(name(aside)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            delete(aside);
        }
        removeUnused();
    }

    /** Notes that none can be made. */
    void giveUp() {
        for (int number = 1; number <= TRIES; number++) {
            try {
                Files.createFile(mark(TRY + number));
            } catch (IOException thereOrNotWritable) {
                // then the next run tries in vain once more
            }
        }
    }

    private void removeUnused() {
        List<Path> archives = files(name -> name.endsWith(ARCHIVE));
        archives.sort(Comparator.comparing(ClassArchives::time).reversed());
        archives.stream().skip(KEPT).forEach(ClassArchives::delete);
    }

    /** What a run that was killed has left, too. */
    private void removeOldMarks() {
        for (Path file : files(name -> !name.endsWith(ARCHIVE))) {
            if (isOlder(file, OLD)) {
                delete(file);
            }
        }
    }

    private void create() throws IOException {
        if (!Files.isDirectory(directory)) {
            boolean posix =
                    directory.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectories(directory, posix ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[0]);
        }
    }

    /** Nobody else may put code of his own there. */
    private boolean isOurs() {
        try {
            Set<PosixFilePermission> others =
                    EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            others.retainAll(Files.getPosixFilePermissions(directory));
            return others.isEmpty() && Files.getOwner(directory).equals(Files.getOwner(ours));
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** Notes the time, but not with each run. */
    private static Path used(Path archive) {
        if (isOlder(archive, Duration.ofDays(1))) {
            try {
                Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));
            } catch (IOException notOurs) {
                // it may be removed sooner than it should
            }
        }
        return archive;
    }

    private static boolean isOlder(Path file, Duration age) {
        return time(file).toInstant().isBefore(Instant.now().minus(age));
    }

    /** When it was made or used; now when it is gone. */
    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.from(Instant.now());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notOurs) {
            // it stays
        }
    }

    private Path mark(String suffix) {
        return directory.resolve(key + suffix);
    }

    private List<Path> files(Predicate<String> names) {
        List<Path> files = new ArrayList<>();
        DirectoryStream.Filter<Path> filter = file -> names.test(String.valueOf(file.getFileName()));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, filter)) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException none) {
            files.clear();
        }
        return files;
    }

    /** What an archive with these bytes is called. */
    private String name(Path archive) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(archive)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return key + "-" + hex(sum) + ARCHIVE;
    }

    static String hex(Checksum sum) {
        return Long.toHexString(1L << Integer.SIZE | sum.getValue()).substring(1);
    }
}

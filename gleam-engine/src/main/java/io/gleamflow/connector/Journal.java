package io.gleamflow.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a publication is about to do, on disk before it does it: a line for each file and directory it will make, and a last
 * line with a checksum when nothing is left to do but to rename. The name of a journal says which process it belongs to,
 * until that process hands it over.
 */
final class Journal {

    private static final String OWNED = ".journal";
    private static final String LEFT = ".left";

    private Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /**
     * What a journal says.
     *
     * @param complete whether all that is staged is complete, and has to be published
     */
    record Contents(List<Publication.Move> moves, List<Path> madeDirectories, boolean complete) {}

    /** A new journal of this process. */
    static Journal create(Path directory) throws IOException {
        for (int i = 0; ; i++) {
            String id = Owner.self() + "-" + i;
            if (!Files.exists(directory.resolve(id + LEFT))) {
                try {
                    return new Journal(Files.createFile(directory.resolve(id + OWNED)));
                } catch (FileAlreadyExistsException taken) {
                    // by another run in this process
                }
            }
        }
    }

    /** The journals that nobody alive owns, the oldest first. */
    static List<Journal> abandoned(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path file : all) {
                if (isAbandoned(file)) {
                    files.add(file);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        // hardly ever any, and the order need not be loaded then
        return files.isEmpty()
                ? List.of()
                : files.stream()
                        .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                        .map(Journal::new)
                        .toList();
    }

    private static boolean isAbandoned(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(LEFT)
                || (name.endsWith(OWNED)
                        && Owner.parse(name.replaceFirst("-\\d+\\" + OWNED + "$", ""))
                                .filter(owner -> !owner.lives())
                                .isPresent());
    }

    /** Told apart from all other publications of this machine. */
    String id() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    void willStage(Publication.Move move) throws IOException {
        append("stage " + move.staged().toUri() + " " + move.target().toUri() + "\n");
    }

    void willMake(Path directory) throws IOException {
        append("make " + directory.toUri() + "\n");
    }

    /** Notes that only renaming is left; returns when that is safe on disk. */
    void complete() throws IOException {
        append("complete " + checksum(Files.readString(file, ISO_8859_1)) + "\n");
        Disk.force(file);
        Disk.forceDirectory(Target.directory(file.toAbsolutePath()));
    }

    private void append(String line) throws IOException {
        Files.writeString(file, line, ISO_8859_1, StandardOpenOption.APPEND);
    }

    /** The text of a path is a URI: plain letters, whatever bytes the path is made of. */
    private static String checksum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(ISO_8859_1));
        return Long.toHexString(sum.getValue());
    }

    /** What can be read. A line that was cut off counts for nothing: what it tells of was not done yet. */
    Contents read() throws IOException {
        List<Publication.Move> moves = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        boolean complete = false;
        String text;
        try {
            text = Files.readString(file, ISO_8859_1);
        } catch (NoSuchFileException endedByAnother) {
            return new Contents(moves, directories, false);
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String[] words = text.substring(start, end).split(" ", -1);
            if (words.length == 3 && words[0].equals("stage")) {
                path(words[1])
                        .filter(Target::isStagedName)
                        .ifPresent(staged ->
                                path(words[2]).ifPresent(target -> moves.add(new Publication.Move(staged, target))));
            } else if (words.length == 2 && words[0].equals("make")) {
                path(words[1]).ifPresent(directories::add);
            }
            String last = "complete " + checksum(text.substring(0, start));
            complete = text.substring(start, end).equals(last);
            start = end + 1;
        }
        return new Contents(moves, directories, complete);
    }

    private static Optional<Path> path(String uri) {
        try {
            return Optional.of(Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | FileSystemNotFoundException spoilt) {
            return Optional.empty();
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Leaves the journal to whoever recovers next, though this process lives. */
    void handOver() throws IOException {
        file = Files.move(file, file.resolveSibling(id() + LEFT), StandardCopyOption.ATOMIC_MOVE);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}

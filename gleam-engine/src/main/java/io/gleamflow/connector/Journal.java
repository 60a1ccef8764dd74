package io.gleamflow.connector;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a publication is about to do, on disk before it does it: a line for each file, and at the end, once all files are
 * complete, a line that says how many there are to rename. The name of a journal says which process it belongs to.
 */
final class Journal {

    private static final String SUFFIX = ".journal";
    private static final String COMPLETE = "complete ";

    private final Path file;
    private final String id;

    private Journal(Path file) {
        this.file = file;
        String name = String.valueOf(file.getFileName());
        this.id = name.substring(0, name.length() - SUFFIX.length());
    }

    /** A new journal of this process. */
    static Journal create(Path directory) throws IOException {
        String owner = ProcessHandle.current().pid() + "-" + started(ProcessHandle.current());
        for (int i = 0; ; i++) {
            Path file = directory.resolve(owner + "-" + i + SUFFIX);
            if (!Files.exists(file)) {
                Files.createFile(file);
                return new Journal(file);
            }
        }
    }

    /** The journals of processes that have ended. */
    static List<Journal> abandoned(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Journal::new)
                    .filter(journal -> !journal.ownerLives())
                    .toList();
        }
    }

    private boolean ownerLives() {
        String[] parts = id.split("-");
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> parts[1].equals(Long.toString(started(process))))
                .isPresent();
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    String id() {
        return id;
    }

    /** Notes a file that is going to be made, so that it can be found if this process dies. */
    void intend(Publication.Move move) throws IOException {
        Files.writeString(file, line(move), StandardOpenOption.APPEND);
    }

    /** Notes that all is written and only renaming is left; from here on the publication goes forward. */
    void complete(List<Publication.Move> moves) throws IOException {
        StringBuilder all = new StringBuilder();
        moves.forEach(move -> all.append(line(move)));
        Path next = file.resolveSibling(id + ".next");
        Files.writeString(next, all + COMPLETE + moves.size() + "\n");
        force(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        Path directory = file.getParent();
        if (directory != null) {
            force(directory);
        }
    }

    private static String line(Publication.Move move) {
        return coded(move.staged()) + " " + coded(move.target()) + "\n";
    }

    private static String coded(Path path) {
        return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
    }

    private static Path decoded(String text) {
        return Path.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    }

    boolean isComplete() throws IOException {
        List<String> lines = Files.readAllLines(file);
        return !lines.isEmpty() && lines.get(lines.size() - 1).equals(COMPLETE + (lines.size() - 1));
    }

    List<Publication.Move> moves() throws IOException {
        List<Publication.Move> moves = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ");
            if (parts.length == 2 && !line.startsWith(COMPLETE)) {
                moves.add(new Publication.Move(decoded(parts[0]), decoded(parts[1])));
            }
        }
        return moves;
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(id + ".next"));
    }

    /** Waits until a file or directory is on disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

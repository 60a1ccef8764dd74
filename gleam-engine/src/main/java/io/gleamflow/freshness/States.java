package io.gleamflow.freshness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The states of a project's flows, a file each. What is no state tells nothing and is replaced by the next run; of what was
 * noted when the project was in another place holds what is said of files in it.
 *
 * @param directory they are in; need not be there
 * @param base of the project
 */
record States(Path directory, Path base) {

    private static final String END = ".flow";
    private static final long LARGEST = 256L << 20;
    private static final int LETTERS = 16;
    private static final int LONGEST_NAME = 60;

    /** A file and what it says. */
    record Stored(Path file, FlowState state) {}

    /** All that can be read, in the order of their files' names. */
    List<Stored> all() {
        return read(files());
    }

    /** Those of one flow; it has several when it writes other files with other parameters. */
    List<Stored> of(String descriptor) {
        return read(files(descriptor)).stream()
                .filter(stored -> stored.state().descriptor().equals(descriptor))
                .toList();
    }

    private List<Stored> read(List<Path> files) {
        List<Stored> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.add(new Stored(file, read(file).in(base)));
            } catch (IOException | IllegalArgumentException | FileSystemNotFoundException spoilt) {
                // as if the flow had not run
            }
        }
        return all;
    }

    private static FlowState read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            throw new IOException("no state");
        }
        return StateText.read(Files.readString(file, UTF_8));
    }

    /** Those there are, whatever is in them. */
    List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(END)).sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Those of one flow, whatever is in them. */
    List<Path> files(String descriptor) {
        String start = start(descriptor);
        return files().stream()
                .filter(file -> String.valueOf(file.getFileName()).startsWith(start))
                .toList();
    }

    private static String start(String descriptor) {
        String name = descriptor.substring(descriptor.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "_");
        String readable = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return readable + "-" + Digest.salted(descriptor).hex().substring(0, LETTERS) + "-";
    }

    /** The file for a flow that writes these files. */
    Path file(String descriptor, List<String> writes) {
        Digest digest = Digest.salted(descriptor);
        writes.stream().sorted().forEach(digest::add);
        return directory.resolve(start(descriptor) + digest.hex().substring(0, LETTERS) + END);
    }

    /** Replaces a state in one step. */
    void write(Path file, FlowState state) throws IOException {
        write(file, StateText.of(state));
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            // fails when there is something in it, which is not ours
            Files.delete(file);
        }
        Path aside = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(aside);
        Files.writeString(aside, text, UTF_8);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

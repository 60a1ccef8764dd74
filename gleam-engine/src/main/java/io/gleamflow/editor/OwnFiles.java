package io.gleamflow.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that gleam writes for people, and writes anew as long as people have not changed them. What it wrote is known by a
 * list of digests beside them.
 */
public final class OwnFiles {

    private static final String LIST = "written.txt";

    private final Path base;
    private final Path list;
    private final Map<String, String> digests = new TreeMap<>();

    private OwnFiles(Path base, Path list) {
        this.base = base;
        this.list = list;
    }

    /** What became of a file. */
    public enum Fate {
        WRITTEN,
        UNCHANGED,
        /** somebody has changed it, so it stays as it is */
        LEFT
    }

    /**
     * Those of a project.
     *
     * @param base names are relative to it
     * @param directory where the list of them is kept
     */
    public static OwnFiles of(Path base, Path directory) throws IOException {
        OwnFiles files = new OwnFiles(base, directory.resolve(LIST));
        if (Files.exists(files.list)) {
            for (String line : Files.readAllLines(files.list)) {
                String[] parts = line.split("  ", 2);
                if (parts.length == 2) {
                    files.digests.put(parts[1], parts[0]);
                }
            }
        }
        return files;
    }

    /** Writes a file, unless it is there and not as gleam has written it. */
    public Fate write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String name = base.relativize(file).toString().replace('\\', '/');
        if (Files.exists(file)) {
            String there = digest(Files.readAllBytes(file));
            if (there.equals(digest(bytes))) {
                note(name, there);
                return Fate.UNCHANGED;
            } else if (!there.equals(digests.get(name))) {
                return Fate.LEFT;
            }
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Files.write(file, bytes);
        note(name, digest(bytes));
        return Fate.WRITTEN;
    }

    private void note(String name, String digest) throws IOException {
        if (digest.equals(digests.put(name, digest))) {
            return;
        }
        StringBuilder text = new StringBuilder();
        digests.forEach((file, of) -> text.append(of).append("  ").append(file).append('\n'));
        Files.createDirectories(list.toAbsolutePath().getParent());
        Files.write(list, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.gleamflow.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** All there is below a directory, whatever it is called, and what has changed since. */
record Snapshot(Map<String, String> entries) {

    /** These two may appear: they hold what is going on, and have to be empty when nothing is. */
    private static final List<String> ALLOWED = List.of("target/gleam", "target/gleam/state");

    static Snapshot of(Path directory) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                String name = directory.relativize(path).toString();
                if (!ALLOWED.contains(name)) {
                    entries.put(name, kind(path));
                }
            }
        }
        return new Snapshot(entries);
    }

    private static String kind(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path);
        } else if (Files.isDirectory(path)) {
            return "directory";
        } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return "special file";
        }
        return Files.size(path) + " bytes, " + checksum(path);
    }

    private static String checksum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** One line for each difference to what is there later. */
    List<String> differences(Snapshot later) {
        TreeSet<String> names = new TreeSet<>(entries.keySet());
        names.addAll(later.entries.keySet());
        return names.stream()
                .filter(name -> !at(name).equals(later.at(name)))
                .map(name -> name + ": " + at(name) + " became " + later.at(name))
                .toList();
    }

    /** The same without some names. */
    Snapshot without(Iterable<String> names) {
        Map<String, String> others = new TreeMap<>(entries);
        names.forEach(others::remove);
        return new Snapshot(others);
    }

    private String at(String name) {
        return entries.getOrDefault(name, "nothing");
    }
}

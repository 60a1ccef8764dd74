package io.gleamflow.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project with one flow whose input has two versions, and which of them its outputs are of. */
final class KillProject {

    private static final String DESCRIPTOR = "flow.yaml";
    private static final String INPUT = "in.tsv";

    private final KillFlow flow;
    private final Path base;
    private final Map<Integer, Map<String, String>> expected = new HashMap<>();
    private int version;

    KillProject(Path parent, KillFlow flow) throws IOException {
        this.flow = flow;
        this.base = Files.createDirectories(parent.resolve(flow.name())).toRealPath();
        Files.writeString(base.resolve(DESCRIPTOR), flow.descriptor());
    }

    KillFlow flow() {
        return flow;
    }

    Path base() {
        return base;
    }

    /** Where the journals of publication are. */
    Path state() {
        return base.resolve("target/gleam/state");
    }

    /** Puts the input there that the outputs are not of. */
    void another() throws IOException {
        Files.write(base.resolve(INPUT), flow.input(1 - version));
    }

    /** What is there now is right for the input that is there now. */
    void learn() throws IOException {
        version = 1 - version;
        expected.put(version, files());
    }

    /** Whether the outputs are of the input that is there now; what else there is counts as wrong. */
    Outputs outputs() throws IOException {
        Map<String, String> there = files();
        if (there.equals(expected.get(1 - version))) {
            version = 1 - version;
            return Outputs.NEW;
        }
        return there.equals(expected.get(version)) ? Outputs.OLD : Outputs.WRONG;
    }

    /** What a set of outputs can be. */
    enum Outputs {
        OLD,
        NEW,
        WRONG
    }

    /** How the files differ from both versions, for people. */
    String difference() throws IOException {
        Map<String, String> there = files();
        List<String> lines = new ArrayList<>();
        there.forEach((name, text) -> {
            String which = "neither old nor new";
            if (text.equals(expected(1 - version).get(name))) {
                which = "new";
            } else if (text.equals(expected(version).get(name))) {
                which = "old";
            }
            lines.add(name + ": " + which + ", " + text.length() + " bytes");
        });
        expected(1 - version).keySet().stream()
                .filter(name -> !there.containsKey(name))
                .forEach(name -> lines.add(name + ": missing"));
        return String.join("\n      ", lines);
    }

    private Map<String, String> expected(int which) {
        return expected.getOrDefault(which, Map.of());
    }

    /** All files but those that went in, empty directories too. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(base)) {
            for (Path file : all.toList()) {
                String name = base.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    files.put(name + "/", "");
                } else if (!name.equals(DESCRIPTOR) && !name.equals(INPUT)) {
                    files.put(name, Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}

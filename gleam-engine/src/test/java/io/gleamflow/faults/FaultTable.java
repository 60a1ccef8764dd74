package io.gleamflow.faults;

import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all runs have shown, as a table in Markdown. Each class of cases keeps its lines in a file of its own, and the last
 * one to end puts them together.
 */
final class FaultTable {

    private static final Path TABLE = Path.of("target", "faults.md");
    private static final Path PARTS = Path.of("target", "faults");
    private static final int LONGEST = 160;

    private final String part;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    FaultTable(String part) {
        this.part = part;
    }

    void add(Fault fault, int shards, Optional<LuaRuntime> runtime, FaultRun.Outcome outcome) {
        String runs = runtime.map(lua -> lua.name().toLowerCase(Locale.ROOT)).orElse("");
        String seconds = String.format(Locale.ROOT, "%.1f", outcome.seconds());
        String seen = (outcome.complaints().isEmpty() ? "" : "**wrong** ") + outcome.seen();
        line(fault, Integer.toString(shards), runs, seen, seconds);
    }

    /** A case that cannot happen on this machine. */
    void addImpossible(Fault fault, String reason) {
        line(fault, "", "", "cannot be tried here: " + reason, "");
    }

    private void line(Fault fault, String shards, String runtime, String seen, String seconds) {
        lines.add("| " + fault.row() + " | " + cell(fault.name()) + " | " + shards + " | " + runtime + " | "
                + cell(fault.verdict().told()) + " | " + cell(seen) + " | " + seconds + " |");
    }

    private static String cell(String text) {
        String line = text.lines().findFirst().orElse("").replace("|", "\\|");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    void write() throws IOException {
        Files.createDirectories(PARTS);
        Files.write(PARTS.resolve(part), lines);
        List<String> all = new ArrayList<>();
        try (Stream<Path> parts = Files.list(PARTS)) {
            for (Path file : parts.sorted().toList()) {
                all.addAll(Files.readAllLines(file));
            }
        }
        // stable, so that the cases of a row stay as they are written
        all.sort((a, b) -> Integer.compare(row(a), row(b)));
        all.add(0, "| row | case | shards | Lua | expected | seen | seconds |");
        all.add(1, "|---|---|---|---|---|---|---|");
        Files.write(TABLE, all);
    }

    private static int row(String line) {
        return Integer.parseInt(line.substring(2, line.indexOf(' ', 2)));
    }
}

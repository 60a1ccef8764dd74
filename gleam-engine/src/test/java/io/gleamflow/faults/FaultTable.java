package io.gleamflow.faults;

import io.gleamflow.flow.LuaRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What all runs have shown, as a table in Markdown, and once more with one line for each case. Each class of cases keeps its
 * lines in a file of its own, and the last one to end puts them together.
 */
final class FaultTable {

    private static final Path TABLE = Path.of("target", "faults.md");
    private static final Path CASES = Path.of("target", "faults-by-case.md");
    private static final Path PARTS = Path.of("target", "faults");

    private final String part;
    private final List<FaultLine> lines = Collections.synchronizedList(new ArrayList<>());

    FaultTable(String part) {
        this.part = part;
    }

    void add(Fault fault, int shards, Optional<LuaRuntime> runtime, FaultRun.Outcome outcome) {
        add(new FaultLine(
                fault.row(),
                fault.name(),
                Integer.toString(shards),
                runtime.map(lua -> lua.name().toLowerCase(Locale.ROOT)).orElse(""),
                fault.verdict().told(),
                (outcome.complaints().isEmpty() ? "" : "**wrong** ") + outcome.seen(),
                outcome.seconds()));
    }

    /** A case that cannot happen on this machine. */
    void addImpossible(Fault fault, String reason) {
        add(new FaultLine(
                fault.row(), fault.name(), "", "", fault.verdict().told(), "cannot be tried here: " + reason, 0));
    }

    void add(FaultLine line) {
        lines.add(line);
    }

    void write() throws IOException {
        Files.createDirectories(PARTS);
        Files.write(PARTS.resolve(part), lines.stream().map(FaultLine::written).toList());
        List<FaultLine> all = new ArrayList<>();
        try (Stream<Path> parts = Files.list(PARTS)) {
            for (Path file : parts.sorted().toList()) {
                Files.readAllLines(file).forEach(line -> all.add(FaultLine.read(line)));
            }
        }
        // stable, so that the cases of a row stay as they are written
        all.sort(Comparator.comparingInt(FaultLine::row));
        write(TABLE, all);
        Collection<List<FaultLine>> cases = all.stream()
                .collect(Collectors.groupingBy(
                        line -> line.row() + line.name(), LinkedHashMap::new, Collectors.toList()))
                .values();
        write(CASES, cases.stream().map(FaultLine::together).toList());
    }

    private static void write(Path file, List<FaultLine> lines) throws IOException {
        List<String> text = new ArrayList<>();
        text.add("| row | case | shards | Lua | expected | seen | seconds |");
        text.add("|---|---|---|---|---|---|---|");
        lines.forEach(line -> text.add(line.markdown()));
        Files.write(file, text);
    }
}

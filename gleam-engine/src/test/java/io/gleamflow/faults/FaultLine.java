package io.gleamflow.faults;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one run has shown, or several of one case.
 *
 * @param row of the table in docs/failures.md
 * @param name of the case
 * @param shards how many, or several numbers
 * @param runtime of Lua; empty without Lua
 * @param expected the verdict, which stood before the run
 * @param seen what came; begins with {@code **wrong**} when it was not what was expected
 * @param seconds the longest run
 */
record FaultLine(int row, String name, String shards, String runtime, String expected, String seen, double seconds) {

    private static final int LONGEST = 160;
    private static final String TAB = "\t";

    FaultLine {
        name = cell(name);
        expected = cell(expected);
        seen = cell(seen);
    }

    private static String cell(String text) {
        String line = text.lines().findFirst().orElse("").replace('\t', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** For a file that {@link #read} reads. */
    String written() {
        return String.join(TAB, Integer.toString(row), name, shards, runtime, expected, seen, Double.toString(seconds));
    }

    static FaultLine read(String line) {
        String[] cells = line.split(TAB, -1);
        return new FaultLine(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                Double.parseDouble(cells[6]));
    }

    /** All runs of one case as one line. */
    static FaultLine together(List<FaultLine> runs) {
        FaultLine first = runs.get(0);
        Collection<String> seen =
                runs.stream().map(FaultLine::seen).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean wrong = seen.stream().anyMatch(each -> each.startsWith("**"));
        return new FaultLine(
                first.row,
                first.name,
                distinct(runs, FaultLine::shards),
                distinct(runs, FaultLine::runtime),
                first.expected,
                wrong ? String.join("; ", seen) : first.seen,
                runs.stream().mapToDouble(FaultLine::seconds).max().orElse(0));
    }

    private static String distinct(List<FaultLine> runs, Function<FaultLine, String> cell) {
        return runs.stream().map(cell).distinct().sorted().collect(Collectors.joining(", "));
    }

    String markdown() {
        return "| " + row + " | " + escaped(name) + " | " + shards + " | " + runtime + " | " + escaped(expected) + " | "
                + escaped(seen) + " | " + String.format(Locale.ROOT, "%.1f", seconds) + " |";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}

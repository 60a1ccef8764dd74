package io.gleamflow.testing;

import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Value;
import io.gleamflow.testing.Difference.Kind;
import io.gleamflow.testing.Difference.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Shows a difference as a table, of which the rows that are as expected are left out. */
final class DifferenceTable {

    private static final int MOST_ROWS = 20;
    private static final int WIDEST = 60;
    private static final int MOST_COLUMNS = 30;

    private final Difference difference;
    private final CellMatch cells;

    DifferenceTable(Difference difference, CellMatch cells) {
        this.difference = difference;
        this.cells = cells;
    }

    /** How many rows are what, on one line. */
    String summary() {
        if (difference.orderOnly()) {
            return "all rows are there, in another order (~ expected -> actual)";
        }
        List<String> parts = new ArrayList<>();
        add(parts, Kind.MISSING, "missing (-)");
        add(parts, Kind.UNEXPECTED, "unexpected (+)");
        add(parts, Kind.CHANGED, "changed (~ expected -> actual)");
        add(parts, Kind.SAME, "as expected");
        return String.join(", ", parts);
    }

    private void add(List<String> parts, Kind kind, String word) {
        long count = difference.count(kind);
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** The rows that differ, a line each, below the names of their columns. */
    List<String> lines() {
        List<Row> others = difference.orderOnly()
                ? misplaced()
                : difference.rows().stream()
                        .filter(row -> row.kind() != Kind.SAME)
                        .toList();
        List<Row> shown = others.stream().limit(MOST_ROWS).toList();
        List<List<String>> table = new ArrayList<>();
        if (!difference.names().isEmpty()) {
            table.add(difference.names().stream()
                    .limit(MOST_COLUMNS)
                    .map(name -> Shown.cut(Shown.harmless(name), WIDEST))
                    .toList());
        }
        shown.forEach(row -> table.add(values(row).limit(MOST_COLUMNS).toList()));
        List<String> text = TextTable.lines(table);
        List<String> lines = new ArrayList<>();
        int from = 0;
        if (!difference.names().isEmpty()) {
            lines.add("  " + text.get(0));
            from = 1;
        }
        for (int i = 0; i < shown.size(); i++) {
            lines.add(mark(shown.get(i).kind()) + " " + text.get(i + from));
        }
        long more = others.size() + difference.beyond() - shown.size();
        if (more > 0) {
            lines.add("  and " + more + " more");
        }
        return lines;
    }

    /** The rows that stand where others are expected. */
    private List<Row> misplaced() {
        List<Row> rows = difference.rows();
        List<List<Cell>> expected = new ArrayList<>(Collections.nCopies(rows.size(), List.of()));
        rows.forEach(row -> expected.set(row.want(), row.expected()));
        List<Row> misplaced = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = new Row(Kind.CHANGED, i, expected.get(i), rows.get(i).actual());
            if (rows.get(i).want() != i && differs(row)) {
                misplaced.add(row);
            }
        }
        return misplaced;
    }

    private boolean differs(Row row) {
        for (int i = 0; i < row.actual().size(); i++) {
            if (i >= row.expected().size()
                    || !cells.matches(row.expected().get(i), row.actual().get(i))) {
                return true;
            }
        }
        return row.actual().size() != row.expected().size();
    }

    private static char mark(Kind kind) {
        return switch (kind) {
            case MISSING -> '-';
            case UNEXPECTED -> '+';
            case CHANGED -> '~';
            case SAME -> ' ';
        };
    }

    private Stream<String> values(Row row) {
        return switch (row.kind()) {
            case MISSING -> row.expected().stream().map(DifferenceTable::shown);
            case UNEXPECTED, SAME -> row.actual().stream().map(value -> Shown.value(value, WIDEST));
            case CHANGED -> {
                List<String> both = new ArrayList<>();
                for (int i = 0; i < Math.max(row.expected().size(), row.actual().size()); i++) {
                    both.add(changed(row, i));
                }
                yield both.stream();
            }
        };
    }

    private String changed(Row row, int i) {
        if (i >= row.expected().size()) {
            return "-> " + Shown.value(row.actual().get(i), WIDEST);
        } else if (i >= row.actual().size()) {
            return shown(row.expected().get(i)) + " ->";
        }
        Cell expected = row.expected().get(i);
        Value actual = row.actual().get(i);
        return cells.matches(expected, actual)
                ? Shown.value(actual, WIDEST)
                : shown(expected) + " -> " + Shown.value(actual, WIDEST);
    }

    private static String shown(Cell cell) {
        return Shown.value(cell.written(), WIDEST);
    }
}

package io.gleamflow.testing;

import io.gleamflow.flow.Columns;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The first rows that came out of a step.
 *
 * @param step its name or verb
 * @param place of the step
 * @param count how many rows there were
 */
public record SeenRows(String dataset, String step, Place place, Columns columns, long count, List<List<Value>> first) {

    private static final int WIDEST = 40;
    private static final int MOST_COLUMNS = 20;

    public SeenRows {
        first = List.copyOf(first);
    }

    /** The rows as a table, a line each, below the names of the columns if they have any. */
    public List<String> table() {
        List<List<String>> table = new ArrayList<>();
        if (columns.isNamed()) {
            table.add(columns.names().stream()
                    .limit(MOST_COLUMNS)
                    .map(name -> Shown.cut(Shown.harmless(name), WIDEST))
                    .toList());
        }
        for (List<Value> row : first) {
            table.add(row.stream()
                    .limit(MOST_COLUMNS)
                    .map(value -> Shown.value(value, WIDEST))
                    .toList());
        }
        List<String> lines = new ArrayList<>(TextTable.lines(table));
        if (count > first.size()) {
            lines.add("… " + (count - first.size()) + " more");
        }
        return lines;
    }
}

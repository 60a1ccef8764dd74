package io.gleamflow.testing;

import io.gleamflow.flow.ExpectedUpdate;
import io.gleamflow.flow.ExpectedUpdate.Kind;
import io.gleamflow.flow.ExpectedUpdate.Written;
import io.gleamflow.flow.TestRows;
import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Says what rows that were expected must become to be right, with as few changes as can be. */
final class RightRows {

    private RightRows() {}

    /**
     * The update of an expectation.
     *
     * @param names of the values in the difference
     */
    static ExpectedUpdate of(TestRows.Listed listed, List<String> names, Difference difference, CellMatch cells) {
        boolean named = !listed.names().isEmpty() && !names.isEmpty();
        List<String> columns = named ? listed.names() : names;
        List<ExpectedUpdate.Row> rows = new ArrayList<>();
        for (Difference.Row row : difference.rows()) {
            if (row.kind() == Difference.Kind.MISSING) {
                continue;
            }
            List<Written> written = written(row, cells);
            List<Written> values = named
                    ? columns.stream()
                            .map(name -> at(written, names.indexOf(name)))
                            .toList()
                    : written;
            OptionalInt old = row.want() < 0 ? OptionalInt.empty() : OptionalInt.of(row.want());
            rows.add(new ExpectedUpdate.Row(old, row.kind() != Difference.Kind.SAME, values));
        }
        return new ExpectedUpdate(listed.place(), columns, rows, OptionalLong.empty());
    }

    private static Written at(List<Written> row, int index) {
        return index >= 0 && index < row.size() ? row.get(index) : new Written(Kind.NIL, "", true);
    }

    private static List<Written> written(Difference.Row row, CellMatch cells) {
        List<Written> values = new ArrayList<>();
        for (int i = 0; i < row.actual().size(); i++) {
            Value actual = row.actual().get(i);
            boolean kept =
                    i < row.expected().size() && cells.matches(row.expected().get(i), actual);
            values.add(kept ? of(row.expected().get(i)) : of(actual, true));
        }
        return values;
    }

    /** What is right stays as it was written. */
    private static Written of(Cell cell) {
        boolean bare = !(cell.typed() instanceof Value.Str);
        return bare && cell.written() instanceof Value.Str text
                ? new Written(Kind.BARE, text.toString(), false)
                : of(cell.written(), false);
    }

    static Written of(Value value, boolean changed) {
        if (value instanceof Value.Nil) {
            return new Written(Kind.NIL, "", changed);
        }
        return value instanceof Value.Str text
                ? new Written(Kind.TEXT, text.toString(), changed)
                : new Written(Kind.BARE, CellMatch.json(value), changed);
    }
}

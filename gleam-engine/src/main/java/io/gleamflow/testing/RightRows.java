package io.gleamflow.testing;

import io.gleamflow.flow.TestRows;
import io.gleamflow.row.Value;
import io.gleamflow.testing.Difference.Kind;
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
    static ExpectedUpdate of(TestRows.Listed listed, List<String> names, Difference difference, boolean inOrder) {
        boolean named = !listed.names().isEmpty() && !names.isEmpty();
        List<String> written = named ? listed.names() : names;
        List<ExpectedUpdate.Row> rows = new ArrayList<>();
        for (Difference.Row row : difference.rows()) {
            if (row.kind() == Kind.MISSING) {
                continue;
            }
            List<Value> values = named ? reordered(row.actual(), names, written) : row.actual();
            OptionalInt old = row.want() < 0 ? OptionalInt.empty() : OptionalInt.of(row.want());
            rows.add(new ExpectedUpdate.Row(old, row.kind() != Kind.SAME, values));
        }
        return new ExpectedUpdate(listed.place(), written, rows, OptionalLong.empty());
    }

    /** As the test has its columns. */
    private static List<Value> reordered(List<Value> row, List<String> names, List<String> written) {
        return written.stream()
                .map(name -> {
                    int index = names.indexOf(name);
                    return index >= 0 && index < row.size() ? row.get(index) : new Value.Nil();
                })
                .toList();
    }
}

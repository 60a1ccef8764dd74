package io.gleamflow.testing;

import io.gleamflow.flow.TestRows.Cell;
import io.gleamflow.row.Value;
import java.util.List;

/**
 * How the rows of a dataset differ from those expected, or do not.
 *
 * @param names of the columns; empty when they have none
 * @param rows one after the other, those that are as expected as well
 * @param beyond how many rows came that nobody looked at, after so many that the others are enough
 * @param orderOnly whether all rows are there and only their order is not the one expected
 */
record Difference(List<String> names, List<Row> rows, long beyond, boolean orderOnly) {

    Difference {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param want the number of the expected row, from 0, or -1
     * @param expected its values; none when it is unexpected
     * @param actual the values there are; none when it is missing
     */
    record Row(Kind kind, int want, List<Cell> expected, List<Value> actual) {
        Row {
            expected = List.copyOf(expected);
            actual = List.copyOf(actual);
        }
    }

    /** How a row differs. */
    enum Kind {
        SAME,
        MISSING,
        UNEXPECTED,
        CHANGED
    }

    long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count() + (kind == Kind.UNEXPECTED ? beyond : 0);
    }

    boolean isNone() {
        return !orderOnly && beyond == 0 && rows.stream().allMatch(row -> row.kind() == Kind.SAME);
    }
}

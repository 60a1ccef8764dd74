package io.gleamflow.testing;

import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an expectation must become to be right.
 *
 * @param place of the rows in the descriptor, or of the expectation when it is a number
 * @param names of the columns, in the order of the values; empty when they have none
 * @param rows all of them, in the order they are to be written
 * @param count of rows, when it is a number that is expected
 */
public record ExpectedUpdate(Place place, List<String> names, List<Row> rows, OptionalLong count) {

    public ExpectedUpdate {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * A row that is to be there.
     *
     * @param old which row of those written it is or becomes, from 0; a new one when empty
     * @param changed whether it has other values than written
     */
    public record Row(OptionalInt old, boolean changed, List<Value> values) {
        public Row {
            values = List.copyOf(values);
        }
    }
}

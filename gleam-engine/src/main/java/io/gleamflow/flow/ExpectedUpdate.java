package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an expectation of a test must become to be right.
 *
 * @param place of the rows in the descriptor, or of the expectation when a number is expected
 * @param names of the columns, in the order of the values; empty when they have none
 * @param rows all of them, in the order in which they are to be written
 * @param count of rows, when a number is expected
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
     * @param changed whether it has other values than those written
     */
    public record Row(OptionalInt old, boolean changed, List<Written> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * A value as it is to be written.
     *
     * @param changed whether something else is written
     */
    public record Written(Kind kind, String text, boolean changed) {}

    /** What a value is. */
    public enum Kind {
        NIL,
        TEXT,
        /** a number, a truth value, or JSON, which YAML reads as such without quotes */
        BARE
    }
}

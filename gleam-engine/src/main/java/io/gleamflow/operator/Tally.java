package io.gleamflow.operator;

import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;

/** What an aggregate knows of the rows of one key. Never sees nil. Used by one thread. */
interface Tally extends AutoCloseable {

    /** Takes the value of a column, or the row when the column is below 0. */
    void add(RowCursor row, int column);

    /** Writes the one value it comes to. */
    void writeResult(ValueWriter out);

    /** Starts afresh for another key. */
    void clear();

    /** Bytes that will be in the result and grow with the number of rows. */
    default long growing() {
        return 0;
    }

    /** Gives back memory and spills, in any state. */
    @Override
    default void close() {}

    /** A tally of few bytes whose state can travel as one value and be merged into another tally. */
    interface Mergeable extends Tally {

        void writeState(ValueWriter out);

        /** Takes in the state that a column holds; it is not nil. States come in the order of the rows. */
        void merge(RowCursor row, int column);

        /** Bytes it holds, about. */
        long memory();
    }
}

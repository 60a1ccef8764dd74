package io.gleamflow.benchmarks.data;

import io.gleamflow.row.Bytes;

/** Makes the rows of a file, one after the other. */
interface Records {

    /** What stands before the first row; nothing unless it says otherwise. */
    default void header(Bytes out) {}

    /**
     * Makes the next row.
     *
     * @param row how many rows there are already
     */
    void next(long row, Bytes out);
}

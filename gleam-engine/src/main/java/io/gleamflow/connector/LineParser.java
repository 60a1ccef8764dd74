package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import java.io.IOException;
import java.util.List;

/** What a line of UTF-8 says in one of the formats in which a line is a row. */
interface LineParser {

    /** A file or piece begins; whether its first line has the names of the columns. */
    default void begin(boolean headerDue) {}

    /**
     * Appends the values of a line to a row, or returns false when the line is no row.
     *
     * @throws Refused with what is wrong with the line
     */
    boolean parse(byte[] bytes, int start, int end, Bytes row) throws IOException;

    /** Whether the names were to come and have not come. */
    default boolean isHeaderDue() {
        return false;
    }

    List<String> names();
}

package io.gleamflow.connector;

import io.gleamflow.row.Bytes;

/** How a sink writes a row as a line. Used by one thread. */
public interface LineFormat {

    /**
     * Appends the text of a row and a newline.
     *
     * @return a word on what is wrong with the row for this format, or empty
     */
    String append(byte[] bytes, int start, int end, Bytes out);

    /** Whether the text of a row that is a line, as its only column, is that line again. */
    default boolean keepsLines() {
        return false;
    }
}

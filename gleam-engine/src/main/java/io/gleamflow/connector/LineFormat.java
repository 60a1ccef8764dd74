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

    /** Whether the text of a row is the line whose only column it is, or whose tabs it was taken apart at. */
    default boolean keepsLines() {
        return false;
    }
}

package io.gleamflow.connector;

import io.gleamflow.row.Bytes;

/**
 * How a sink writes rows, so that parts written by several shards can be joined: the head, the rows of the first part, the
 * bytes between, the rows of the second part and so on, the tail. The bytes between stand between any two rows, so parts
 * without rows need none. Used by one thread.
 */
public interface RowFormat {

    /**
     * Appends a row.
     *
     * @return a word on what is wrong with the row for this format, or empty; what was appended is of no use then
     */
    String append(byte[] bytes, int start, int end, Bytes out);

    /** Whether lines are written, and each is the line that a row of texts was: its only column, or taken apart at tabs. */
    default boolean keepsLines() {
        return false;
    }

    /** What a file begins with, also one without rows. */
    default byte[] head() {
        return new byte[0];
    }

    /** What stands between two rows. */
    default byte[] between() {
        return new byte[0];
    }

    /** What a file ends with. */
    default byte[] tail() {
        return new byte[0];
    }

    /** Lines, with nothing around them. */
    static RowFormat lines(LineFormat format) {
        return new RowFormat() {
            @Override
            public String append(byte[] bytes, int start, int end, Bytes out) {
                return format.append(bytes, start, end, out);
            }

            @Override
            public boolean keepsLines() {
                return format.keepsLines();
            }
        };
    }
}

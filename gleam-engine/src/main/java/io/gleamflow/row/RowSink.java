package io.gleamflow.row;

import java.util.Optional;

/**
 * Takes rows one after the other. Used by one thread at a time.
 *
 * <p>What goes wrong inside is thrown unchecked.
 */
public interface RowSink {

    /**
     * Takes rows of texts, many at once, as the lines they are; empty when this has to see each row. Rows may come in both
     * ways, one after the other.
     *
     * @param columns what the rows are that the lines stand for
     */
    default Optional<TextSink> lines(LineColumns columns) {
        return Optional.empty();
    }

    /** Takes a row; the bytes are the caller's again when the method returns. */
    void row(byte[] bytes, int start, int end);

    /** No more rows come; called once, and not after a failure. */
    void end();
}

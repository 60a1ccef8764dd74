package io.gleamflow.row;

/**
 * Takes rows one after the other. Used by one thread at a time.
 *
 * <p>What goes wrong inside is thrown unchecked.
 */
public interface RowSink {

    /** Takes a row; the bytes are the caller's again when the method returns. */
    void row(byte[] bytes, int start, int end);

    /** No more rows come; called once, and not after a failure. */
    void end();
}

package io.gleamflow.operator;

import io.gleamflow.flow.Head;

/** Refuses to make a row that is longer than rows may be. */
record RowLimit(Head head, long longest) {

    /** Fails when the rows of one key, of which this is the last so far, need too many bytes. */
    void check(long needed, byte[] row, int start, int end) {
        if (needed > longest) {
            String message = "the rows of one key need more than " + longest + " bytes in one row; raise `memory:`";
            throw new StepFailedException(head, message, row, start, end);
        }
    }
}

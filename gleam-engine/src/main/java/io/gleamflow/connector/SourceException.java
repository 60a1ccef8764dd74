package io.gleamflow.connector;

import java.io.IOException;

/** A source cannot be read as the descriptor says: the message names the file and what is wrong with it. */
public sealed class SourceException extends IOException permits RefusedRecordException {

    public SourceException(String message) {
        super(message);
    }
}

package io.gleamflow.connector;

import java.io.IOException;

/** A source cannot be read as the descriptor says: the message names the file and what is wrong with it. */
public final class SourceException extends IOException {

    public SourceException(String message) {
        super(message);
    }
}

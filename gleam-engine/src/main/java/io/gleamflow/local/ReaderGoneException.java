package io.gleamflow.local;

import java.io.IOException;

/** A child does not read its input any more; how it ended says whether that is a failure. */
final class ReaderGoneException extends RuntimeException {

    ReaderGoneException(IOException cause) {
        super(cause);
    }
}

package io.gleamflow.local;

/** Ends the reading of a source whose rows nobody wants any more; no failure. */
final class EnoughRowsException extends RuntimeException {

    EnoughRowsException() {
        super(null, null, false, false);
    }
}

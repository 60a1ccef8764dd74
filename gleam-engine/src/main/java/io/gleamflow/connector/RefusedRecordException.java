package io.gleamflow.connector;

/** A record is not what its format promises: it would be refused again, however often it is read. */
public final class RefusedRecordException extends SourceException {

    RefusedRecordException(String message) {
        super(message);
    }
}

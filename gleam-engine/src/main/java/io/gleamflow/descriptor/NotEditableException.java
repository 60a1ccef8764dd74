package io.gleamflow.descriptor;

/** Says why something in a descriptor must be changed by hand. */
final class NotEditableException extends Exception {

    NotEditableException(String message) {
        super(message);
    }
}

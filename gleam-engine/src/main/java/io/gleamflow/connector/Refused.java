package io.gleamflow.connector;

/** Carries what is wrong with a row through code that throws no {@link SourceException}. */
final class Refused extends RuntimeException {

    /**
     * What is wrong.
     *
     * @param message the words behind file and line
     */
    Refused(String message) {
        super(message, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }

    static Refused tooLong(int longest) {
        return new Refused("the row is longer than the " + longest + " bytes a row may have");
    }
}

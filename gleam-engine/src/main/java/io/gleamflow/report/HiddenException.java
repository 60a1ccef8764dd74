package io.gleamflow.report;

/** Stands for an exception whose message may have a secret in it, with its stack trace and its causes. */
final class HiddenException extends RuntimeException {

    private static final int DEEPEST = 20;

    private HiddenException(String message) {
        super(message);
    }

    static HiddenException of(Throwable thrown, Secrets secrets) {
        return of(thrown, secrets, 0);
    }

    private static HiddenException of(Throwable thrown, Secrets secrets, int depth) {
        HiddenException hidden = new HiddenException(secrets.hidden(thrown.toString()));
        hidden.setStackTrace(thrown.getStackTrace());
        Throwable cause = thrown.getCause();
        if (cause != null && depth < DEEPEST) {
            hidden.initCause(of(cause, secrets, depth + 1));
        }
        return hidden;
    }
}

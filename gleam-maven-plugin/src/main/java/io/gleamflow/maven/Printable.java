package io.gleamflow.maven;

import java.util.Locale;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * A log that writes what no line of text has as people escape it: whoever names a test, a step or a file could otherwise begin
 * lines of the log that gleam has not written, or do things to the terminal. Tabs stay.
 */
record Printable(Log log) implements Log {

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    /** The text in one line. */
    static String text(CharSequence text) {
        if (!isSteering(text)) {
            return text.toString();
        }
        StringBuilder shown = new StringBuilder();
        text.chars().forEach(c -> {
            if (!isSteering(c)) {
                shown.append((char) c);
            } else if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\r') {
                shown.append("\\r");
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return shown.toString();
    }

    /** The message in one line. */
    static String text(Throwable thrown) {
        return text(String.valueOf(thrown.getMessage()));
    }

    /** Whether the message and those of all causes, which Maven puts behind it, are fit to be shown. */
    static boolean isAll(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (isSteering(String.valueOf(at.getMessage()))) {
                return false;
            }
            for (Throwable beside : at.getSuppressed()) {
                if (!isAll(beside)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The cause with its own, their messages in one line each, and where they were thrown. */
    static @Nullable Throwable causeOf(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? null : inLines(cause);
    }

    private static Throwable inLines(Throwable thrown) {
        Throwable shown = new Exception(text(thrown.toString()), causeOf(thrown));
        shown.setStackTrace(thrown.getStackTrace());
        return shown;
    }

    private static boolean isSteering(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isSteering(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** As it is when that is fit to be shown; Maven writes the messages of all causes. */
    private static Throwable fit(Throwable thrown) {
        return isAll(thrown) ? thrown : inLines(thrown);
    }

    private static boolean isSteering(int c) {
        return Character.isISOControl(c) && c != '\t' || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(text(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(text(content), fit(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(fit(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(text(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(text(content), fit(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(fit(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(text(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(text(content), fit(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(fit(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(text(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(text(content), fit(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(fit(error));
    }
}

package io.gleamflow.report;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Writes one JSON document, two blanks for each level. Not thread-safe; whoever uses it closes what they open. */
public final class JsonWriter {

    private final UnaryOperator<String> shown;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean isFirst = true;

    /**
     * @param shown what becomes of each text before it is written
     */
    public JsonWriter(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /** Opens an object, as an element. */
    public JsonWriter object() {
        next();
        return open('{');
    }

    /** Opens an object, as a member. */
    public JsonWriter object(String name) {
        name(name);
        return open('{');
    }

    /** Opens an array, as a member. */
    public JsonWriter array(String name) {
        name(name);
        return open('[');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter text(String name, String value) {
        name(name);
        quoted(shown.apply(value));
        return this;
    }

    /** An element. */
    public JsonWriter text(String value) {
        next();
        quoted(shown.apply(value));
        return this;
    }

    public JsonWriter number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    /** An element. */
    public JsonWriter number(long value) {
        next();
        out.append(value);
        return this;
    }

    public JsonWriter bool(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** The document, with a newline at its end. */
    @Override
    public String toString() {
        return out + "\n";
    }

    private void next() {
        if (!isFirst) {
            out.append(',');
        }
        if (depth > 0) {
            out.append('\n').append("  ".repeat(depth));
        }
        isFirst = false;
    }

    private void name(String name) {
        next();
        quoted(name);
        out.append(": ");
    }

    private JsonWriter open(char bracket) {
        out.append(bracket);
        depth++;
        isFirst = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        depth--;
        if (!isFirst) {
            out.append('\n').append("  ".repeat(depth));
        }
        out.append(bracket);
        isFirst = false;
        return this;
    }

    /** What is no letter, and halves of letters, as escapes, so that the text is UTF-8 and stands in HTML too. */
    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPaired = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPaired) {
                out.append(c).append(text.charAt(++i));
            } else if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || c == '<' || Character.isISOControl(c) || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

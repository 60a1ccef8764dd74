package io.gleamflow.page;

import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes HTML, and SVG within it. Whatever a text has in it, it is shown and does nothing. Not thread-safe. */
final class Html {

    private static final Set<String> VOID = Set.of("br", "meta", "rect", "path", "circle", "line");

    private final UnaryOperator<String> shown;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param shown what becomes of each text before it is written
     */
    Html(UnaryOperator<String> shown) {
        this.shown = shown;
    }

    /** What a text becomes, for those who have to know its length. */
    String shown(String text) {
        return shown.apply(text);
    }

    /**
     * Opens an element, or writes one that has no content.
     *
     * @param attributes names and values in turn; no text of people
     */
    Html open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        out.append(VOID.contains(name) ? "/>" : ">");
        return this;
    }

    Html close(String name) {
        out.append("</").append(name).append('>');
        return name.length() == 1 || name.equals("span") || name.equals("tspan") ? this : newline();
    }

    Html text(String text) {
        out.append(escaped(shown.apply(text)));
        return this;
    }

    /** A text that is shown already. */
    Html given(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with nothing but text. */
    Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** What is HTML, and ours. */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    Html newline() {
        out.append('\n');
        return this;
    }

    /** What XML cannot have, and halves of letters, become question marks. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean isText = c == '\n' || c == '\t' || !Character.isISOControl(c) && !isHalf(c);
                    safe.appendCodePoint(isText ? c : '?');
                }
            }
        });
        return safe.toString();
    }

    /** Also marks that would turn the direction of all that follows. */
    private static boolean isHalf(int c) {
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE || turns || c == 0xFFFE || c == 0xFFFF;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

package io.gleamflow.descriptor;

import java.util.regex.Pattern;

/** Tells code that goes on from code that is complete, for what YAML cuts off at <code> #</code>. */
final class CutOff {

    /** Lua's {@code #} is an operator in front of its operand, so what stands before it wants one. */
    private static final Pattern WANTS_OPERAND =
            Pattern.compile("(?s).*(?:[-+*/%^<>=~,;({\\[]|\\.\\.|\\b(?:and|or|not|return|in))\\s*");

    private CutOff() {}

    /** Whether Lua that ends so is not complete. */
    static boolean isLua(String text) {
        return WANTS_OPERAND.matcher(text).matches() || isQuoted(text);
    }

    /** Whether a quote is still open at the end. */
    static boolean isQuoted(String text) {
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && open != '\'') {
                i++;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            } else if (c == open) {
                open = 0;
            }
        }
        return open != 0;
    }
}

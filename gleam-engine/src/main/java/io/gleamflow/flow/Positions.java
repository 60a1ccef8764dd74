package io.gleamflow.flow;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Columns by position as scripts write them: {@code _3} and {@code row[3]}, counted from 1. */
public final class Positions {

    private static final String DIGITS = "[1-9][0-9]{0,5}";
    private static final Pattern NUMBER = Pattern.compile(DIGITS);
    private static final Pattern NAME = Pattern.compile("_" + DIGITS);
    private static final Pattern MENTIONED =
            Pattern.compile("\\b_(" + DIGITS + ")\\b|\\brow\\s*\\[\\s*(" + DIGITS + ")\\s*\\]");

    private Positions() {}

    /** Whether a text is the number of a column, as a literal. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The highest position a script without comments mentions; 0 when it mentions none. */
    public static int highest(String lua) {
        return MENTIONED
                .matcher(lua)
                .results()
                .mapToInt(Positions::position)
                .max()
                .orElse(0);
    }

    private static int position(MatchResult mention) {
        return Integer.parseInt(mention.group(1) == null ? mention.group(2) : mention.group(1));
    }
}

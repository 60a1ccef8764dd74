package io.gleamflow.script;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.LuaText;

/**
 * One of several scripts of a step.
 *
 * @param name as the user gave it; may be empty
 * @param before the columns it sees
 * @param column where its result goes, if it goes into a column
 */
public record ScriptEntry(String name, LuaText text, Columns before, int column) {

    private static final int SHOWN = 60;

    /** What messages call it: its name, or the text on one line and not too long. */
    public String title() {
        if (!name.isEmpty()) {
            return name;
        }
        String line = text.source().strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) > SHOWN
                ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…"
                : line;
    }
}

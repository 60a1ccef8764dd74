package io.gleamflow.connector;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The numbers of many lines: counts those before a piece of a file only once. Used by one thread. */
public final class LineNumbers {

    private final Map<FileLine, Long> before = new HashMap<>();

    /** The number of a line in its file, from 1; empty when the file cannot be read any more. */
    public OptionalLong of(FileLine line) {
        FileLine piece = new FileLine(line.path(), line.start(), 0);
        Long known = before.get(piece);
        try {
            if (known == null) {
                known = line.before();
                before.put(piece, known);
            }
        } catch (IOException changed) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(known + line.count());
    }
}

package io.gleamflow.connector;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** The numbers of many lines: counts those before a piece of a file only once. Used by one thread. */
public final class LineNumbers {

    private final Map<FileLine, Long> before = new HashMap<>();

    /**
     * The numbers of the lines of one piece, by their count in it, from 1; empty when the file cannot be read any more. The lines
     * before the piece are counted when the first number is asked for.
     *
     * @param piece any line of it
     */
    public static LongFunction<OptionalLong> ofPiece(FileLine piece) {
        long[] before = {-1};
        return count -> {
            try {
                if (before[0] < 0) {
                    before[0] = piece.before();
                }
            } catch (IOException changed) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(before[0] + count);
        };
    }

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

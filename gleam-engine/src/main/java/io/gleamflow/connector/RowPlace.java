package io.gleamflow.connector;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * Where a reader's rows come from, so that messages can say it.
 *
 * @param file as messages name it
 * @param start of what is read, in bytes of the file; a header is looked for only at 0
 * @param before counts the lines before the start; asked only when a message needs them
 */
public record RowPlace(String file, long start, LinesBefore before) {

    /** Counts lines, by reading the file once more. */
    @FunctionalInterface
    public interface LinesBefore {
        long count() throws IOException;
    }

    /** All of a file or stream. */
    public static RowPlace whole(String file) {
        return new RowPlace(file, 0, () -> 0);
    }

    /** Whether the first bytes that are read are the first of the file. */
    boolean isStart() {
        return start == 0;
    }

    /** The number of a line in the file; empty when the lines before cannot be counted. */
    OptionalLong number(long line) {
        try {
            return OptionalLong.of(before.count() + line);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The file and the line; the file alone when its number is not known. */
    String line(long line) {
        OptionalLong number = number(line);
        return number.isPresent() ? file + ", line " + number.getAsLong() : file;
    }

    /** The same, asking for the lines before the start only once. */
    RowPlace countingOnce() {
        long[] known = {-1};
        return new RowPlace(file, start, () -> {
            if (known[0] < 0) {
                known[0] = before.count();
            }
            return known[0];
        });
    }

    /** An exception that tells a line, counted from 1 at the start, and what is wrong with it. */
    SourceException refusal(long line, String wrong) {
        return new RefusedRecordException(line(line) + ": " + wrong);
    }
}

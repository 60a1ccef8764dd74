package io.gleamflow.problem;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text file, counted from 1 as editors do.
 *
 * @param file the name to show, normally relative to the project
 * @param line 0 when only the file is known
 * @param column in characters; 0 when only the line is known
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    public Place {
        if (line < 0 || column < 0 || line == 0 && column > 0) {
            throw new IllegalArgumentException("no such place: " + file + ":" + line + ":" + column);
        }
    }

    /** The whole of a file. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    /** The same file at another line; the column is not known there. */
    public Place atLine(int other) {
        return new Place(file, other, 0);
    }

    /** Written out, as places are keys in every run, and what the compiler leaves to the first call takes long. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place && line == place.line && column == place.column && file.equals(place.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + line) + column;
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, as far as known. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}

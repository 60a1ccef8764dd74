package io.gleamflow.problem;

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

package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.RowSink;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * Reads files from the disk, whole or in pieces, compressed or not, one after the other. Used by one thread.
 */
public final class RowFile {

    private final FileFormat format;
    private final RowReader reader;

    /** Every record must be a row. */
    public RowFile(FileFormat format, List<String> expected, int longest) {
        this(format, expected, longest, Optional.empty());
    }

    /** What is read is as {@link Formats#reader} says. */
    public RowFile(FileFormat format, List<String> expected, int longest, Optional<BadRecords> bad) {
        this.format = format;
        this.reader = Formats.reader(format, expected, longest, bad);
    }

    /**
     * Hands on all rows of a piece, but not the end.
     *
     * @param piece one of those that {@link Cuts} made, or {@link FilePiece#whole}
     * @param shown the file as messages name it; the files in an archive are named {@code shown/name}
     * @throws SourceException when the file cannot be read, is damaged or not of the format. What the sink throws passes
     *     through
     */
    public void read(FilePiece piece, String shown, RowSink sink) throws SourceException {
        read(piece, shown, count -> {}, sink);
    }

    /**
     * The same.
     *
     * @param read hears how many bytes of the file were read, each time
     */
    public void read(FilePiece piece, String shown, LongConsumer read, RowSink sink) throws SourceException {
        FileStreams.read(piece, shown, format, read, (in, place) -> {
            reader.read(in, place, sink);
            return true;
        });
    }

    /** The file and line of the row that was handed on last, as in {@code data/orders.csv, line 3}. */
    public String where() {
        return reader.where();
    }

    /** The file of {@link #where} alone. */
    public String file() {
        return reader.place().file();
    }

    /** The line of {@link #where} alone; empty when the lines before the piece cannot be counted. */
    public OptionalLong number() {
        return reader.place().number(reader.line());
    }

    /** The line of {@link #where} alone, counted from the start of the piece. */
    public long line() {
        return reader.line();
    }
}

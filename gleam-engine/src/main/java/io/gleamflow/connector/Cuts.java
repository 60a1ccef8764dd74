package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Cuts a file between rows, so that its pieces can be read independently: the rows of all are the rows of the file. */
public final class Cuts {

    private Cuts() {}

    /**
     * The pieces of a file, in order; at most so many, of about equal size. Files that are compressed, JSON or frames, or
     * in an encoding whose characters may contain the bytes of a line end, are one piece.
     *
     * <p>Formats with a row a line are cut at the nearest line ends; csv is read once to know which line ends are within
     * quotes, by the rules of the reader. Csv that the reader will refuse is one piece, so that it is refused as a whole.
     *
     * @param size of the file, as it was when the run was planned
     */
    public static List<FilePiece> of(Path file, long size, FileFormat format, int pieces) throws IOException {
        String path = file.toString();
        List<Long> starts = new ArrayList<>();
        if (pieces > 1 && isCuttable(path, format) && !(format.hasHeader() && startsBlank(path, size))) {
            starts =
                    format.kind() == Kind.CSV ? csv(path, size, format.separator(), pieces) : lines(path, size, pieces);
        }
        List<FilePiece> cut = new ArrayList<>();
        long start = 0;
        for (long next : starts) {
            cut.add(new FilePiece(path, start, next, size));
            start = next;
        }
        if (start < size || size == 0) {
            cut.add(new FilePiece(path, start, size, size));
        }
        return cut;
    }

    private static boolean isCuttable(String path, FileFormat format) {
        return Compression.of(path) == Compression.NONE
                && format.kind() != Kind.JSON
                && format.kind() != Kind.MSGPACK
                && hasOwnLineEnds(format.encoding());
    }

    /** A header may come behind empty lines; such files are not worth more than one piece. */
    private static boolean startsBlank(String path, long size) throws IOException {
        RowPlace start = RowPlace.whole(path);
        try (InputStream in = new PieceInput(FilePiece.whole(path, size))) {
            int first = Utf8Input.of(in, StandardCharsets.UTF_8, start).read();
            return first == '\n' || first == '\r';
        }
    }

    /** Whether every byte of a line end or separator is one. */
    private static boolean hasOwnLineEnds(Charset encoding) {
        return encoding.equals(StandardCharsets.UTF_8)
                || encoding.equals(StandardCharsets.US_ASCII)
                || encoding.name().startsWith("ISO-8859-")
                || encoding.name().startsWith("windows-125");
    }

    private static List<Long> lines(String path, long size, int pieces) throws IOException {
        List<Long> starts = new ArrayList<>();
        long last = 0;
        for (int i = 1; i < pieces; i++) {
            long due = size / pieces * i + size % pieces * i / pieces;
            if (due > last) {
                long start = lineStart(path, due, size);
                if (start >= size) {
                    return starts;
                }
                starts.add(start);
                last = start;
            }
        }
        return starts;
    }

    /** The first start of a line at {@code due} or later. */
    private static long lineStart(String path, long due, long size) throws IOException {
        long at = due - 1;
        try (InputStream in = new PieceInput(new FilePiece(path, at, size, size))) {
            byte[] block = new byte[8 << 10];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                for (int i = 0; i < count; i++) {
                    if (block[i] == '\n') {
                        return at + i + 1;
                    }
                }
                at += count;
            }
        }
        return size;
    }

    private static List<Long> csv(String path, long size, char separator, int pieces) throws IOException {
        CsvScan scan = new CsvScan(separator, size, pieces);
        try (InputStream in = new PieceInput(FilePiece.whole(path, size))) {
            byte[] block = new byte[256 << 10];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                if (!scan.pass(block, count)) {
                    break;
                }
            }
        }
        return scan.starts();
    }
}

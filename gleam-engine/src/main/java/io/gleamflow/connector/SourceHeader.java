package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the names of the columns at the beginning of a file. */
public final class SourceHeader {

    private SourceHeader() {}

    /**
     * The names that the file itself tells: the header of csv and tsv, the keys of the first object of JSON. Empty when it
     * tells none; the format's when it gives columns. Reads no more than the first row; of an archive, the first file.
     *
     * @param shown the file as messages name it
     * @param longest bytes a row may have
     * @throws SourceException when the beginning is not of the format
     */
    public static List<String> of(Path file, String shown, FileFormat format, int longest) throws IOException {
        if (!format.columns().isEmpty()) {
            return format.columns();
        }
        return switch (format.kind()) {
            case TEXT, MSGPACK, FIXED -> List.of();
            case CSV, TSV, JSON, JSONL -> told(file, shown, format, longest);
        };
    }

    private static List<String> told(Path file, String shown, FileFormat format, int longest) throws IOException {
        RowReader reader = Formats.reader(format, List.of(), longest);
        FilePiece whole = FilePiece.whole(file.toString(), Files.size(file));
        try {
            FileStreams.read(whole, shown, format, (in, place) -> {
                reader.read(in, place, new FirstRow());
                return false;
            });
        } catch (Enough e) {
            return reader.names();
        }
        return reader.names();
    }

    private static final class FirstRow implements RowSink {
        @Override
        public void row(byte[] bytes, int start, int end) {
            throw new Enough();
        }

        @Override
        public void end() {}
    }

    /** Ends the reading. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}

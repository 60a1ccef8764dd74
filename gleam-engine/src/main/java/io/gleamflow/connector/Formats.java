package io.gleamflow.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.github.luben.zstd.util.Native;
import de.siegmar.fastcsv.reader.CsvReader;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.FileFormat.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Makes the reader and the writer of a format. */
public final class Formats {

    private Formats() {}

    /**
     * A reader of files of a format.
     *
     * @param expected the names that the header of every file must have, as {@link SourceHeader} found them; when empty,
     *     each file's own header is taken. No meaning where the format itself gives the columns
     * @param longest bytes a row may have
     */
    public static RowReader reader(FileFormat format, List<String> expected, int longest) {
        return reader(format, expected, longest, Optional.empty());
    }

    /**
     * The same for files with records that are no rows.
     *
     * @param bad takes records that have not the columns they must have, and lines that are no JSON; without it they are
     *     exceptions, as is always what makes it unknown where the next record begins
     */
    public static RowReader reader(FileFormat format, List<String> expected, int longest, Optional<BadRecords> bad) {
        return switch (format.kind()) {
            case CSV -> new CsvRows(format, expected, longest, bad);
            case TSV -> new LineRows(format, new TabLine(format, expected), longest, longest, bad);
            case TEXT -> new LineRows(format, new TextLine(format.columns()), longest, longest, bad);
            case JSON -> new JsonRows(format, expected, longest);
            case JSONL ->
                new LineRows(
                        format, new JsonLine(format, expected, longest), JsonLine.longestLine(longest), longest, bad);
            case MSGPACK -> new FrameRows(format.columns(), longest);
            case FIXED -> new LineRows(format, new FixedLine(format), longest, longest, bad);
        };
    }

    /** Classes of the libraries that it takes to read files, to find their jars by. */
    public static List<Class<?>> libraries() {
        return List.of(CsvReader.class, JsonFactory.class, Native.class);
    }

    /**
     * A writer of a format.
     *
     * @param names of the columns, or empty when they have none
     * @throws SourceException when the format or its encoding cannot hold the names
     */
    public static RowFormat writer(FileFormat format, List<String> names) throws SourceException {
        RowFormat plain = switch (format.kind()) {
            case TEXT -> RowFormat.lines(new TabFormat());
            case CSV -> new CsvFormat(format.separator(), names);
            case TSV -> new TsvFormat(names);
            case JSON -> new JsonFormat(false, names);
            case JSONL -> new JsonFormat(true, names);
            case MSGPACK -> new FrameFormat();
            case FIXED -> new FixedFormat(format);
        };
        boolean bytes = format.kind() == Kind.MSGPACK || format.encoding().equals(StandardCharsets.UTF_8);
        return bytes ? plain : new EncodedFormat(plain, format.encoding());
    }
}

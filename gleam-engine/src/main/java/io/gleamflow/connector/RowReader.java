package io.gleamflow.connector;

import io.gleamflow.row.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the rows of files of one format, one file or piece after the other. Used by one thread. */
public interface RowReader {

    /**
     * Hands on all rows, but not the end. The stream is not closed.
     *
     * @throws SourceException when the bytes are not what the format promises; the message names the file and the line.
     *     What the sink throws passes through
     */
    void read(InputStream in, RowPlace place, RowSink sink) throws IOException;

    /**
     * The line on which the row that was handed on last begins, from 1 where reading began; the number of the frame when
     * the format has no lines.
     */
    long line();

    /** Where reading began that goes on, or began last. */
    RowPlace place();

    /** The file and line of the row that was handed on last, as in {@code data/orders.csv, line 3}. */
    default String where() {
        return place().line(line());
    }

    /** The names of the columns, once they are known: given, or told by the file. Empty when there are none. */
    List<String> names();
}

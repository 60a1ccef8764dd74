package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;

/** Appends a column with the same text to every row. Not thread-safe. */
public final class FileColumn implements RowSink {

    private final byte[] value;
    private final RowSink next;
    private final Bytes row = new Bytes(1024);

    /**
     * @param text what the column says, usually the name of the file
     */
    public FileColumn(String text, RowSink next) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Bytes string = new Bytes(64);
        new ValueWriter(string).string(utf8, 0, utf8.length);
        this.value = string.copy();
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        row.clear();
        row.put(bytes, start, end - start);
        row.put(value);
        next.row(row.array(), 0, row.length());
    }

    @Override
    public void end() {
        next.end();
    }
}

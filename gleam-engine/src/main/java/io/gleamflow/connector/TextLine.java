package io.gleamflow.connector;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.util.List;

/** A line of text is one value, whatever is in it. */
final class TextLine implements LineParser {

    private final List<String> names;

    TextLine(List<String> names) {
        this.names = names;
    }

    @Override
    public boolean parse(byte[] bytes, int start, int end, Bytes row) {
        new ValueWriter(row).string(bytes, start, end - start);
        return true;
    }

    @Override
    public List<String> names() {
        return names;
    }
}

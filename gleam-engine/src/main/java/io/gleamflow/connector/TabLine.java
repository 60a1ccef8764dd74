package io.gleamflow.connector;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of tsv: what stands between tabs, nothing where nothing stands. As in csv, an empty line is a row only where
 * there is one column.
 */
final class TabLine implements LineParser {

    private final Header header;
    private boolean headerDue;

    TabLine(FileFormat format, List<String> expected) {
        this.header = new Header(format, expected);
    }

    @Override
    public void begin(boolean due) {
        header.begin();
        headerDue = due;
    }

    @Override
    public boolean parse(byte[] bytes, int start, int end, Bytes row) {
        if (start == end && (headerDue || header.names().size() > 1)) {
            return false;
        }
        if (headerDue) {
            headerDue = false;
            header.take(fields(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
            return false;
        }
        ValueWriter values = new ValueWriter(row);
        int width = 0;
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || bytes[i] == '\t') {
                if (from == i) {
                    values.nil();
                } else {
                    values.string(bytes, from, i - from);
                }
                width++;
                from = i + 1;
            }
        }
        header.checkWidth(width);
        return true;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(line.substring(from, tab));
            from = tab + 1;
        }
        fields.add(line.substring(from));
        return fields;
    }

    @Override
    public boolean isHeaderDue() {
        return headerDue;
    }

    @Override
    public List<String> names() {
        return header.names();
    }
}

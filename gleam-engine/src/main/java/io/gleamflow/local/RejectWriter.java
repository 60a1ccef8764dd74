package io.gleamflow.local;

import io.gleamflow.flow.SourceStep;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueText;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes the rows of a dataset that gets rejected ones, with the columns of {@link SourceStep.Rejected}. The row that was
 * rejected becomes a text: a single column as it is, several as JSON.
 */
final class RejectWriter {

    private final RowSink sink;
    private final Bytes row = new Bytes(256);
    private final ValueWriter values = new ValueWriter(row);

    RejectWriter(RowSink sink) {
        this.sink = sink;
    }

    void write(
            String step,
            String error,
            Optional<String> file,
            OptionalLong line,
            byte[] bytes,
            int start,
            int end,
            List<String> names) {
        row.clear();
        text(step);
        text(error);
        file.ifPresentOrElse(this::text, values::nil);
        line.ifPresentOrElse(values::integer, values::nil);
        Bytes told = told(bytes, start, end, names);
        values.string(told.array(), 0, told.length());
        sink.row(row.array(), 0, row.length());
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        values.string(utf8, 0, utf8.length);
    }

    private static Bytes told(byte[] bytes, int start, int end, List<String> names) {
        int width = 0;
        for (int at = start; at < end; at = MessagePack.skip(bytes, at, end)) {
            width++;
        }
        Bytes told = new Bytes(256);
        if (width == 1) {
            ValueText.append(bytes, start, end, told);
            return told;
        }
        Bytes whole = new Bytes(256);
        ValueWriter writer = new ValueWriter(whole);
        boolean named = width > 0 && names.size() >= width;
        if (named) {
            writer.mapHeader(width);
        } else {
            writer.listHeader(width);
        }
        int at = start;
        for (int i = 0; i < width; i++) {
            if (named) {
                byte[] name = names.get(i).getBytes(StandardCharsets.UTF_8);
                writer.string(name, 0, name.length);
            }
            int next = MessagePack.skip(bytes, at, end);
            writer.raw(bytes, at, next);
            at = next;
        }
        ValueText.append(whole.array(), 0, whole.length(), told);
        return told;
    }
}

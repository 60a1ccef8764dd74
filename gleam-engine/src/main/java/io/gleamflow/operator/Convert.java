package io.gleamflow.operator;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Conversion;
import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads text columns as what {@code types:} says; values that have that type already stay, and so does nil. */
public final class Convert implements Operator {

    private static final int SHOWN = 60;
    private static final byte[] NO_ROW = {};

    private final Head head;
    private final @Nullable TextReading[] readings;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes converted = new Bytes(256);
    private final ValueWriter values = new ValueWriter(converted);

    /**
     * Converts the output of a step.
     *
     * @param types by the index of the column
     * @throws StepFailedException when one has a pattern that is none
     */
    public Convert(Head head, Map<Integer, Conversion> types, RowSink next) {
        this.head = head;
        int width = types.keySet().stream().mapToInt(i -> i + 1).max().orElse(0);
        this.readings = new TextReading[width];
        types.forEach((column, conversion) -> readings[column] = reading(conversion));
        this.next = next;
    }

    private @Nullable TextReading reading(Conversion conversion) {
        try {
            return conversion.type() == ColumnType.TEXT ? null : TextReading.of(conversion);
        } catch (IllegalArgumentException e) {
            String pattern = conversion.pattern().orElse("");
            throw new StepFailedException(head, "`" + pattern + "` is no pattern: " + e.getMessage(), NO_ROW, 0, 0);
        }
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        converted.clear();
        for (int i = 0; i < cursor.width(); i++) {
            TextReading reading = i < readings.length ? readings[i] : null;
            if (reading == null || MessagePack.kind(bytes, cursor.start(i)) != MessagePack.Kind.STR) {
                values.raw(bytes, cursor.start(i), cursor.end(i));
            } else {
                convert(reading, i, start, end);
            }
        }
        next.row(converted.array(), 0, converted.length());
    }

    private void convert(TextReading reading, int column, int rowStart, int rowEnd) {
        byte[] b = cursor.bytes();
        int from = cursor.start(column) + MessagePack.header(b, cursor.start(column));
        String text = new String(b, from, cursor.end(column) - from, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            values.nil();
        } else if (!reading.write(text, values)) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            String message = "`" + shown + "` in column " + (column + 1) + " is not " + reading.wanted();
            throw new StepFailedException(head, message, b, rowStart, rowEnd);
        }
    }

    @Override
    public void end() {
        next.end();
    }

    @Override
    public void close() {
        Operator.close(next);
    }
}

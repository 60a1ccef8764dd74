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

    private final Head head;
    private final @Nullable ColumnType[] types;
    private final RowSink next;
    private final RowCursor cursor = new RowCursor();
    private final Bytes converted = new Bytes(256);
    private final ValueWriter values = new ValueWriter(converted);

    /**
     * Converts the output of a step.
     *
     * @param types by the index of the column
     */
    public Convert(Head head, Map<Integer, Conversion> types, RowSink next) {
        this.head = head;
        int width = types.keySet().stream().mapToInt(i -> i + 1).max().orElse(0);
        this.types = new ColumnType[width];
        types.forEach((column, conversion) -> this.types[column] = conversion.type());
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        cursor.reset(bytes, start, end);
        converted.clear();
        for (int i = 0; i < cursor.width(); i++) {
            ColumnType type = i < types.length ? types[i] : null;
            boolean text = MessagePack.kind(bytes, cursor.start(i)) == MessagePack.Kind.STR;
            if (type == null || type == ColumnType.TEXT || !text) {
                values.raw(bytes, cursor.start(i), cursor.end(i));
            } else {
                convert(type, i, start, end);
            }
        }
        next.row(converted.array(), 0, converted.length());
    }

    private void convert(ColumnType type, int column, int rowStart, int rowEnd) {
        byte[] b = cursor.bytes();
        int from = cursor.start(column) + MessagePack.header(b, cursor.start(column));
        String text = new String(b, from, cursor.end(column) - from, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            values.nil();
        } else if (!written(type, text)) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            String wanted = type == ColumnType.BOOL ? "true or false" : type == ColumnType.INT ? "an int" : "a number";
            String message = "`" + shown + "` in column " + (column + 1) + " is not " + wanted;
            throw new StepFailedException(head, message, b, rowStart, rowEnd);
        }
    }

    private boolean written(ColumnType type, String text) {
        if (type == ColumnType.BOOL) {
            values.bool(text.equals("true"));
            return text.equals("true") || text.equals("false");
        }
        try {
            if (text.matches("[-+]?[0-9]+")) {
                values.integer(Long.parseLong(text));
                return true;
            }
            // Java reads hexadecimal floats, suffixes and "NaN" as numbers too; data does not
            boolean decimal = text.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
            if (!decimal || type == ColumnType.INT) {
                return false;
            }
            values.number(Double.parseDouble(text));
            return true;
        } catch (NumberFormatException overflow) {
            return false;
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

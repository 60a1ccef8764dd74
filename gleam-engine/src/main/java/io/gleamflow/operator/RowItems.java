package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows that become the items of one list: maps when the columns have names, lists of values when they have none. */
final class RowItems {

    private final Head head;
    private final byte[][] names;
    private final Bytes items = new Bytes(256);
    private final ValueWriter values = new ValueWriter(items);
    private int count;

    RowItems(Head head, List<String> names) {
        this.head = head;
        this.names = names.stream().map(RowItems::written).toArray(byte[][]::new);
    }

    private static byte[] written(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        Bytes bytes = new Bytes(utf8.length + 5);
        new ValueWriter(bytes).string(utf8, 0, utf8.length);
        return bytes.copy();
    }

    void add(RowCursor row) {
        int start = row.start(0);
        int end = row.start(row.width());
        count++;
        if (names.length == 0) {
            values.listHeader(row.width());
            values.raw(row.bytes(), start, end);
            return;
        }
        if (row.width() > names.length) {
            String message = "a row of " + row.width() + " columns where " + names.length + " have names";
            throw new StepFailedException(head, message, row.bytes(), start, end);
        }
        values.mapHeader(names.length);
        for (int i = 0; i < names.length; i++) {
            items.put(names[i]);
            if (i < row.width()) {
                values.raw(row.bytes(), row.start(i), row.end(i));
            } else {
                items.put(MessagePack.NIL);
            }
        }
    }

    /** Bytes of all items. */
    int length() {
        return items.length();
    }

    /** Appends the list and starts an empty one. */
    void moveTo(Bytes row) {
        new ValueWriter(row).listHeader(count);
        row.put(items.array(), 0, items.length());
        items.clear();
        count = 0;
    }
}

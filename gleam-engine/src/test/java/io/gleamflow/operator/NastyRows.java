package io.gleamflow.operator;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RandomRows;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.ReferenceOrder;
import io.gleamflow.wire.ValueCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows whose values are often equal, seldom the same bytes, and of differing width; with what tests do to them. */
final class NastyRows {

    private static final List<Value> KEYS = List.of(
            new Value.Nil(),
            new Value.Bool(false),
            new Value.Int(1),
            new Value.Real(1),
            new Value.Int(0),
            new Value.Real(-0.0),
            new Value.Int((1L << 53) + 1),
            new Value.Real(1L << 53),
            new Value.Int(1L << 53),
            new Value.Real(Double.NaN),
            new Value.Int(Long.MIN_VALUE),
            new Value.Int(Long.MAX_VALUE),
            Value.Str.of(""),
            new Value.Str(new byte[] {(byte) 0xff, 0, (byte) 0xc3}),
            new Value.ListOf(List.of()),
            new Value.ListOf(List.of(new Value.Int(1))),
            new Value.MapOf(Map.of(Value.Str.of("k"), new Value.Int(1))));

    private final Random random;
    private final RandomRows values;

    NastyRows(long seed) {
        random = new Random(seed);
        values = new RandomRows(seed);
    }

    /** Rows of one to {@code width} columns; half of them have the same first column. */
    List<List<Value>> rows(int count, int width) {
        List<List<Value>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Value> row = new ArrayList<>();
            int columns = random.nextInt(4) == 0 ? 1 + random.nextInt(width) : width;
            for (int j = 0; j < columns; j++) {
                boolean skewed = j == 0 && random.nextBoolean();
                int key = skewed ? 2 + random.nextInt(2) : random.nextInt(KEYS.size());
                row.add(j < 2 ? KEYS.get(key) : read(List.of(values.value(1))).get(0));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The value as it comes back from the wire. */
    private static List<Value> read(List<Value> row) {
        byte[] bytes = bytes(row);
        return ValueCodec.readRow(bytes, 0, bytes.length);
    }

    /** A row whose floats stay floats even when they are whole numbers. */
    static byte[] bytes(List<Value> row) {
        Bytes bytes = new Bytes(64);
        ValueWriter writer = new ValueWriter(bytes);
        for (Value value : row) {
            if (value instanceof Value.Real real) {
                bytes.put(MessagePack.FLOAT64);
                bytes.putLong(Double.doubleToLongBits(real.value()));
            } else {
                ValueCodec.write(value, writer);
            }
        }
        return bytes.copy();
    }

    static void feed(List<List<Value>> rows, RowSink sink) {
        for (List<Value> row : rows) {
            byte[] bytes = bytes(row);
            sink.row(bytes, 0, bytes.length);
        }
    }

    static RowOrder by(int... columns) {
        return new RowOrder(columns, new boolean[columns.length]);
    }

    /** The value of a column, nil when there is none. */
    static Value at(List<Value> row, int column) {
        return column < row.size() ? row.get(column) : new Value.Nil();
    }

    static List<Value> key(List<Value> row, int... columns) {
        List<Value> key = new ArrayList<>();
        for (int column : columns) {
            key.add(at(row, column));
        }
        return key;
    }

    /** Compares rows by columns, or as a whole. */
    static Comparator<List<Value>> order(int... columns) {
        ReferenceOrder order = new ReferenceOrder();
        return (a, b) -> order.compare(
                new Value.ListOf(columns.length == 0 ? a : key(a, columns)),
                new Value.ListOf(columns.length == 0 ? b : key(b, columns)));
    }

    static List<List<Value>> sorted(List<List<Value>> rows, int... columns) {
        return rows.stream().sorted(order(columns)).toList();
    }

    /** Sorted rows as lists of those with equal keys. */
    static List<List<List<Value>>> groups(List<List<Value>> sorted, int... columns) {
        List<List<List<Value>>> groups = new ArrayList<>();
        for (List<Value> row : sorted) {
            boolean isNew = groups.isEmpty()
                    || order(columns).compare(groups.get(groups.size() - 1).get(0), row) != 0;
            if (isNew) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(row);
        }
        return groups;
    }
}

package io.gleamflow.wire;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of values as bytes and back, for tests of whatever takes rows. */
public final class RowBytes {

    private RowBytes() {}

    public static byte[] of(List<Value> row) {
        Bytes bytes = new Bytes(64);
        ValueWriter writer = new ValueWriter(bytes);
        row.forEach(value -> ValueCodec.write(value, writer));
        return bytes.copy();
    }

    /** Hands all rows on, and the end. */
    public static void feed(List<List<Value>> rows, RowSink sink) {
        for (List<Value> row : rows) {
            byte[] bytes = of(row);
            sink.row(bytes, 0, bytes.length);
        }
        sink.end();
    }

    /** Keeps what it gets. */
    public static final class Collected implements RowSink {
        private final List<List<Value>> rows = new ArrayList<>();
        private boolean ended;

        @Override
        public void row(byte[] bytes, int start, int end) {
            rows.add(ValueCodec.readRow(bytes, start, end));
        }

        @Override
        public void end() {
            ended = true;
        }

        public List<List<Value>> rows() {
            if (!ended) {
                throw new AssertionError("the rows have not ended");
            }
            return rows;
        }
    }
}

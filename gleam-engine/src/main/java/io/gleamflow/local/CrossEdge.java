package io.gleamflow.local;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowCursor;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;

/** Puts each row of one sequence before all rows of another, which are read again and again. */
final class CrossEdge implements Edge {

    private final RowSpools left;
    private final RowSpools right;
    private final OptionalInt leftWidth;
    private final OptionalInt rightWidth;

    /**
     * @param leftWidth how many columns a left row has; empty for as many as the widest
     */
    CrossEdge(RowSpools left, RowSpools right, OptionalInt leftWidth, OptionalInt rightWidth) {
        this.left = left;
        this.right = right;
        this.leftWidth = leftWidth;
        this.rightWidth = rightWidth;
    }

    @Override
    public void awaitReady(int shard) throws IOException {
        right.rows();
    }

    @Override
    public void awaitAll(int shard) throws IOException {
        left.shard(shard).rows();
        right.rows();
    }

    @Override
    public void read(int shard, RowSink sink) throws IOException {
        right.rows();
        int before = leftWidth.isPresent() ? leftWidth.getAsInt() : widest(left);
        int behind = rightWidth.isPresent() ? rightWidth.getAsInt() : widest(right);
        Crossed crossed = new Crossed(before, behind, sink);
        left.shard(shard).readTo(0, Long.MAX_VALUE, crossed);
    }

    private static int widest(RowSpools rows) throws IOException {
        Widest widest = new Widest();
        for (RowSpool spool : rows.all()) {
            spool.rows();
            spool.readTo(0, Long.MAX_VALUE, widest);
        }
        return widest.columns;
    }

    private abstract static class Reader implements RowSink {
        final RowCursor cursor = new RowCursor();

        @Override
        public void end() {
            throw new IllegalStateException("spools do not end their readers");
        }
    }

    private static final class Widest extends Reader {
        private int columns;

        @Override
        public void row(byte[] bytes, int start, int end) {
            cursor.reset(bytes, start, end);
            columns = Math.max(columns, cursor.width());
        }
    }

    /** Takes left rows. */
    private final class Crossed extends Reader {
        private final int before;
        private final int behind;
        private final RowSink sink;
        private final Bytes pair = new Bytes(256);
        private final ValueWriter values = new ValueWriter(pair);

        Crossed(int before, int behind, RowSink sink) {
            this.before = before;
            this.behind = behind;
            this.sink = sink;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            pair.clear();
            put(bytes, start, end, before);
            int length = pair.length();
            Reader pairs = new Reader() {
                @Override
                public void row(byte[] other, int from, int to) {
                    pair.length(length);
                    put(other, from, to, behind);
                    sink.row(pair.array(), 0, pair.length());
                }
            };
            try {
                for (RowSpool spool : right.all()) {
                    spool.readTo(0, Long.MAX_VALUE, pairs);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void put(byte[] bytes, int start, int end, int width) {
            pair.put(bytes, start, end - start);
            cursor.reset(bytes, start, end);
            for (int i = cursor.width(); i < width; i++) {
                values.nil();
            }
        }
    }
}

package io.gleamflow.local;

import io.gleamflow.row.RowSink;

/** Counts rows and their bytes on their way. */
record FlowedRows(TaskFigures.Flowed counts, RowSink next) implements RowSink {

    @Override
    public void row(byte[] bytes, int start, int end) {
        counts.row(end - start);
        next.row(bytes, start, end);
    }

    @Override
    public void end() {
        next.end();
    }
}

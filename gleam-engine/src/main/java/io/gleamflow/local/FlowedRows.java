package io.gleamflow.local;

import io.gleamflow.row.LineColumns;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextRows;
import io.gleamflow.row.TextSink;
import java.util.Optional;

/** Counts rows and their bytes on their way. */
record FlowedRows(TaskFigures.Flowed counts, RowSink next) implements RowSink {

    @Override
    public void row(byte[] bytes, int start, int end) {
        counts.row(end - start);
        next.row(bytes, start, end);
    }

    /** As text they count as the rows they would be, whichever way they come. */
    @Override
    public Optional<TextSink> lines(LineColumns columns) {
        return next.lines(columns).map(text -> (bytes, start, end, lines) -> {
            counts.rows(lines);
            counts.read(TextRows.length(columns, bytes, start, end));
            text.text(bytes, start, end, lines);
        });
    }

    @Override
    public void end() {
        next.end();
    }
}

package io.gleamflow.script;

import io.gleamflow.row.LineColumns;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts rows on their way. Between two steps in Lua they stay the values they are. */
public final class CountedRows implements RowSink {

    private final AtomicLong rows;
    private final RowSink next;

    private CountedRows(AtomicLong rows, RowSink next) {
        this.rows = rows;
        this.next = next;
    }

    /**
     * Counts what comes to a sink.
     *
     * @param rows written by one thread, looked at by any
     */
    public static RowSink before(RowSink next, AtomicLong rows) {
        return next instanceof FromBytes script
                ? new FromBytes(new InLua(rows, script.next()))
                : new CountedRows(rows, next);
    }

    private static void count(AtomicLong rows) {
        // no fence: one thread writes
        rows.setOpaque(rows.getPlain() + 1);
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        count(rows);
        next.row(bytes, start, end);
    }

    @Override
    public Optional<TextSink> lines(LineColumns columns) {
        return next.lines(columns).map(text -> (bytes, start, end, lines) -> {
            rows.setOpaque(rows.getPlain() + lines);
            text.text(bytes, start, end, lines);
        });
    }

    @Override
    public void end() {
        next.end();
    }

    private record InLua(AtomicLong rows, LuaSink next) implements LuaSink {
        @Override
        public void row(LuaRow row) {
            count(rows);
            next.row(row);
        }

        @Override
        public void end() {
            next.end();
        }
    }
}

package io.gleamflow.local;

import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.worker.TaskInput;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Puts before each row where it was read, as {@link TaskInput.LocatedFrames} has it. */
final class LocatedRows implements RowSink {

    private final Position position;
    private final RowSink next;
    private final Bytes located = new Bytes(256);
    private final ValueWriter values = new ValueWriter(located);
    private String file = "";

    LocatedRows(Position position, RowSink next) {
        this.position = position;
        this.next = next;
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        located.clear();
        String now = position.file().orElse("");
        if (now.equals(file)) {
            values.nil();
        } else {
            byte[] utf8 = now.getBytes(StandardCharsets.UTF_8);
            values.string(utf8, 0, utf8.length);
            file = now;
        }
        OptionalLong line = position.line();
        if (line.isPresent()) {
            values.integer(line.getAsLong());
        } else {
            values.nil();
        }
        located.put(bytes, start, end - start);
        next.row(located.array(), 0, located.length());
    }

    @Override
    public void end() {
        next.end();
    }
}

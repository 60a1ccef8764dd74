package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowFormat;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.script.LineWriter;
import io.gleamflow.worker.Guard;
import io.gleamflow.worker.StepRejects;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes rows to the standard input of a child, as lines or in another format. */
final class ChildRows implements RowSink {

    private static final int BUFFER = 64 << 10;

    private final Head step;
    private final RowFormat format;
    private final OutputStream out;
    private final Bytes buffer = new Bytes(BUFFER + 1024);
    private long rows;

    private ChildRows(Head step, RowFormat format, OutputStream out) {
        this.step = step;
        this.format = format;
        this.out = out;
    }

    /**
     * Writes all rows and closes the stream, also when a child that has had enough does not read them all.
     *
     * @param format lines with tabs when empty
     * @param rejects takes rows that have no such form
     */
    static void write(
            ShardRows rows,
            Head step,
            Optional<FileFormat> format,
            List<String> columns,
            Optional<StepRejects> rejects,
            OutputStream out)
            throws IOException {
        if (format.isEmpty() && rejects.isEmpty()) {
            try (out) {
                if (rows.intoText((bytes, start, end, lines) -> write(out, bytes, start, end))) {
                    return;
                }
                write(rows, step, tabbed(), Optional.empty(), out);
            }
            return;
        }
        RowFormat text = format.isPresent() ? Formats.writer(format.get(), names(format.get(), columns)) : tabbed();
        try (out) {
            write(rows, step, text, rejects, out);
        }
    }

    private static void write(
            ShardRows rows, Head step, RowFormat format, Optional<StepRejects> rejects, OutputStream out)
            throws IOException {
        ChildRows sink = new ChildRows(step, format, out);
        sink.buffer.put(format.head());
        rows.into(rejects.<RowSink>map(to -> new Guard(to, sink)).orElse(sink));
        sink.end();
    }

    private static void write(OutputStream out, byte[] bytes, int start, int end) {
        try {
            out.write(bytes, start, end - start);
        } catch (IOException e) {
            throw new ReaderGoneException(e);
        }
    }

    /** A csv whose columns the step names has no header, either way. */
    private static List<String> names(FileFormat format, List<String> columns) {
        boolean headless =
                format.kind() == FileFormat.Kind.CSV && !format.columns().isEmpty();
        return headless ? List.of() : columns;
    }

    private static RowFormat tabbed() {
        LineWriter lines = new LineWriter();
        return (bytes, start, end, out) -> {
            String wrong = lines.write(bytes, start, end);
            out.put(lines.line().array(), 0, lines.line().length());
            return wrong;
        };
    }

    @Override
    public void row(byte[] bytes, int start, int end) {
        int before = buffer.length();
        if (rows > 0) {
            buffer.put(format.between());
        }
        String wrong = format.append(bytes, start, end, buffer);
        if (!wrong.isEmpty()) {
            buffer.length(before);
            throw new StepFailedException(step, wrong, bytes, start, end);
        }
        rows++;
        if (buffer.length() >= BUFFER) {
            drain();
        }
    }

    private void drain() {
        write(out, buffer.array(), 0, buffer.length());
        buffer.clear();
    }

    @Override
    public void end() {
        buffer.put(format.tail());
        drain();
    }
}

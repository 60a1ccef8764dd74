package io.gleamflow.worker;

import io.gleamflow.connector.FileLine;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.TextFile;
import io.gleamflow.flow.Head;
import io.gleamflow.lua.LuaOutput;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.script.ScriptSteps;
import io.gleamflow.script.ScriptWorld;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One task while it runs in a worker: rows of its input through its chain to the output. */
final class Task {

    private final TaskSpec spec;
    private final FrameInput in;
    private final FrameOutput out;
    private long rowsIn;
    private long rowsOut;
    private @Nullable FilePiece reading;

    /** Which line of the piece is being read. */
    private long line;

    Task(TaskSpec spec, FrameInput in, FrameOutput out) {
        this.spec = spec;
        this.in = in;
        this.out = out;
    }

    /** Runs to the end or to the first failure, and says how it went; what it wrote may still be in the buffer. */
    TaskStatus run(LuaOutput log) {
        Head first = spec.operations().isEmpty()
                ? Head.of("flow", spec.flow(), Optional.empty(), List.of())
                : spec.operations().get(0).head();
        try (ScriptWorld world = new ScriptWorld(spec.params(), spec.functions(), first, log)) {
            RowSink chain = Chain.inWorker(spec.operations(), new ScriptSteps(world), output());
            read(chain);
            chain.end();
            return new TaskStatus(rowsIn, rowsOut, Optional.empty());
        } catch (IOException e) {
            // thrown by reading alone: what is behind throws nothing checked
            Head reader = spec.input() instanceof TaskInput.Lines lines ? lines.step() : first;
            return new TaskStatus(rowsIn, rowsOut, Optional.of(located(Failures.of(e, reader))));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new TaskStatus(rowsIn, rowsOut, Optional.of(located(Failures.of(e, first))));
        }
    }

    private TaskFailure located(TaskFailure failure) {
        Optional<FileLine> source =
                Optional.ofNullable(reading).map(piece -> new FileLine(piece.path(), piece.start(), line));
        return new TaskFailure(failure.failure(), failure.row(), failure.names(), source);
    }

    private RowSink output() {
        return new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                rowsOut++;
                try {
                    out.row(bytes, start, end);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void end() {}
        };
    }

    private void read(RowSink chain) throws IOException {
        if (spec.input() instanceof TaskInput.Lines lines) {
            lines(lines, chain);
        } else if (spec.input() instanceof TaskInput.Numbers numbers) {
            numbers(numbers, chain);
        } else {
            frames(chain);
        }
    }

    private void lines(TaskInput.Lines lines, RowSink chain) throws IOException {
        Bytes row = new Bytes(1024);
        ValueWriter values = new ValueWriter(row);
        for (FilePiece piece : lines.pieces()) {
            reading = piece;
            line = 1;
            TextFile.read(piece, spec.longestRow(), (bytes, start, end) -> {
                rowsIn++;
                row.clear();
                values.string(bytes, start, end - start);
                chain.row(row.array(), 0, row.length());
                line++;
            });
            reading = null;
        }
    }

    private void numbers(TaskInput.Numbers numbers, RowSink chain) {
        Bytes row = new Bytes(16);
        ValueWriter values = new ValueWriter(row);
        for (long n = numbers.first(); n <= numbers.last(); n++) {
            rowsIn++;
            row.clear();
            values.integer(n);
            chain.row(row.array(), 0, row.length());
        }
    }

    private void frames(RowSink chain) throws IOException {
        FrameInput.Next next = in.next();
        while (next == FrameInput.Next.ROW) {
            rowsIn++;
            chain.row(in.bytes(), in.start(), in.end());
            next = in.next();
        }
        if (next != FrameInput.Next.CONTROL || !new Control(in.control()).is(Control.END)) {
            throw new EOFException("the rows broke off");
        }
    }
}

package io.gleamflow.worker;

import io.gleamflow.connector.FileColumn;
import io.gleamflow.connector.FileLine;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.LineSink;
import io.gleamflow.connector.RowFile;
import io.gleamflow.connector.TextFile;
import io.gleamflow.flow.Head;
import io.gleamflow.lua.LuaOutput;
import io.gleamflow.plan.Operation;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.MessagePack;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.script.RejectSink;
import io.gleamflow.script.ScriptLines;
import io.gleamflow.script.ScriptWorld;
import io.gleamflow.wire.FrameInput;
import io.gleamflow.wire.FrameOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One task while it runs in a worker: rows of its input through its chain to the output. */
final class Task {

    private static final int OFTEN = 64;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final TaskSpec spec;
    private final FrameInput in;
    private final FrameOutput out;
    private long rowsIn;
    private long rowsOut;
    private long bytesIn;
    private final RowCounts counts;
    private final OptionalLong cpuBefore;
    private long told = System.nanoTime();

    /** The file that is being read; empty when there is none. */
    private String reading = "";

    /** Where the piece of it begins. */
    private long start;

    /** Which line of the piece is being read; negative when that is not known. */
    private long line;

    /**
     * @param cpuBefore what the process has taken before this task
     */
    Task(TaskSpec spec, FrameInput in, FrameOutput out, OptionalLong cpuBefore) {
        this.cpuBefore = cpuBefore;
        this.spec = spec;
        this.in = in;
        this.out = out;
        this.counts = new RowCounts(spec.operations().size());
    }

    /** Runs to the end or to the first failure, and says how it went; what it wrote may still be in the buffer. */
    TaskStatus run(LuaOutput log) {
        Head first = spec.operations().isEmpty()
                ? Head.of("flow", spec.flow(), Optional.empty(), List.of())
                : spec.operations().get(0).head();
        try (ScriptWorld world = new ScriptWorld(spec.params(), spec.functions(), first, log)) {
            RowSink chain = Chain.inWorker(spec.operations(), world, this::rejects, counts, output());
            read(chain);
            chain.end();
            return status(Optional.empty());
        } catch (IOException e) {
            // thrown by reading alone: what is behind throws nothing checked
            return status(Optional.of(located(Failures.of(e, spec.input().step().orElse(first)))));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return status(Optional.of(located(Failures.of(e, first))));
        }
    }

    private TaskStatus status(Optional<TaskFailure> failure) {
        return new TaskStatus(rowsIn, rowsOut, counts.all(), WorkerUse.now(bytesIn, cpuBefore), failure);
    }

    private StepRejects rejects(Operation operation) {
        return new StepRejects(operation.head(), operation.names(), new ToEngine(numberOf(operation)));
    }

    /** Sends rows that an operation rejects to the engine, as they come. */
    private final class ToEngine implements RejectSink {
        private final int operation;

        ToEngine(int operation) {
            this.operation = operation;
        }

        @Override
        public void came() {
            // they are counted before every operation
        }

        @Override
        public void reject(String error, byte[] row, int start, int end, List<String> names) {
            byte[] copy = Arrays.copyOfRange(row, start, end);
            send(new RejectedRow(operation, error, copy, names, source()).toMap());
        }
    }

    /** Told by identity: two equal ones may stand in one chain. */
    private int numberOf(Operation operation) {
        for (int i = 0; i < spec.operations().size(); i++) {
            if (spec.operations().get(i) == operation) {
                return i;
            }
        }
        throw new IllegalArgumentException("not of this task: " + operation.title());
    }

    private Optional<FileLine> source() {
        return reading.isEmpty() || line < 0 ? Optional.empty() : Optional.of(new FileLine(reading, start, line));
    }

    private TaskFailure located(TaskFailure failure) {
        return new TaskFailure(failure.failure(), failure.row(), failure.names(), source());
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
        } else if (spec.input() instanceof TaskInput.Records records) {
            records(records, chain);
        } else if (spec.input() instanceof TaskInput.Numbers numbers) {
            numbers(numbers, chain);
        } else {
            frames(chain, spec.input() instanceof TaskInput.LocatedFrames);
        }
    }

    private void lines(TaskInput.Lines lines, RowSink chain) throws IOException {
        LineSink rows = lines(chain);
        for (FilePiece piece : lines.pieces()) {
            reading = piece.path();
            start = piece.start();
            line = 1;
            TextFile.read(piece, spec.longestRow(), count -> bytesIn += count, (bytes, start, end) -> {
                rowsIn++;
                tellProgress();
                rows.line(bytes, start, end);
                line++;
            });
            reading = "";
        }
    }

    private static LineSink lines(RowSink chain) {
        Optional<ScriptLines> script = ScriptLines.into(chain);
        if (script.isPresent()) {
            return script.get()::line;
        }
        Bytes row = new Bytes(1024);
        ValueWriter values = new ValueWriter(row);
        return (bytes, start, end) -> {
            row.clear();
            values.string(bytes, start, end - start);
            chain.row(row.array(), 0, row.length());
        };
    }

    private void records(TaskInput.Records records, RowSink chain) throws IOException {
        RowFile file = new RowFile(records.format(), records.names(), spec.longestRow());
        RowSink rows = new RowSink() {
            @Override
            public void row(byte[] bytes, int start, int end) {
                rowsIn++;
                tellProgress();
                chain.row(bytes, start, end);
            }

            @Override
            public void end() {}
        };
        for (TaskInput.RecordPiece each : records.pieces()) {
            RowSink sink = records.withFile() ? new FileColumn(each.shown(), rows) : rows;
            file.read(each.piece(), each.shown(), count -> bytesIn += count, sink);
        }
    }

    /** Looks at the clock now and then only. */
    private void tellProgress() {
        if (rowsIn % OFTEN == 0) {
            long now = System.nanoTime();
            if (now - told >= PAUSE_NANOS) {
                told = now;
                send(new WorkerProgress(rowsIn, bytesIn).toMap());
            }
        }
    }

    private void send(Map<String, Object> control) {
        try {
            out.control(control);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private void frames(RowSink chain, boolean located) throws IOException {
        FrameInput.Next next = in.next();
        while (next == FrameInput.Next.ROW) {
            rowsIn++;
            chain.row(in.bytes(), located ? skipPlace(in.bytes(), in.start(), in.end()) : in.start(), in.end());
            next = in.next();
        }
        if (next != FrameInput.Next.CONTROL || !new Control(in.control()).is(Control.END)) {
            throw new EOFException("the rows broke off");
        }
        reading = "";
    }

    /** Notes where the row was read, and returns where it begins. */
    private int skipPlace(byte[] bytes, int at, int end) {
        int number = MessagePack.skip(bytes, at, end);
        if (MessagePack.kind(bytes, at) == MessagePack.Kind.STR) {
            int from = at + MessagePack.header(bytes, at);
            reading = new String(bytes, from, number - from, StandardCharsets.UTF_8);
        }
        line = MessagePack.kind(bytes, number) == MessagePack.Kind.NIL ? -1 : MessagePack.readLong(bytes, number);
        return MessagePack.skip(bytes, number, end);
    }
}

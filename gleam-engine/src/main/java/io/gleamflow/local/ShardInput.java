package io.gleamflow.local;

import io.gleamflow.connector.BadRecords;
import io.gleamflow.connector.FileLine;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.LineNumbers;
import io.gleamflow.connector.TextFile;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.SourceFile;
import io.gleamflow.plan.Stage;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.RowSink;
import io.gleamflow.row.TextSink;
import io.gleamflow.row.Value;
import io.gleamflow.row.ValueWriter;
import io.gleamflow.wire.Frames;
import io.gleamflow.wire.ValueCodec;
import io.gleamflow.worker.Guard;
import io.gleamflow.worker.StepRejects;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A shard's part of the input of a stage. */
final class ShardInput implements ShardRows {

    private final RunContext run;
    private final int stage;
    private final Input input;
    private final int shard;
    private final int shards;
    private final Edges edges;
    private final Position position;
    private final Optional<StepRejects> rejects;

    /**
     * @param position kept up to date while rows of files are handed on
     * @param rejects takes what is no row
     */
    ShardInput(RunContext run, Stage stage, int shard, Edges edges, Position position, Optional<StepRejects> rejects) {
        this.run = run;
        this.stage = stage.number();
        this.input = stage.input();
        this.shard = shard;
        this.shards = stage.shards();
        this.edges = edges;
        this.position = position;
        this.rejects = rejects;
    }

    @Override
    public boolean isLocated() {
        // behind a retry rows come when all of the source is read
        boolean isHeld = input instanceof Input.Stepped stepped && Attempts.areWanted(stepped.head());
        return !isHeld && (input instanceof Input.Records || input instanceof Input.Files);
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public TaskInput forWorker() throws IOException {
        if (input instanceof Input.Files files) {
            return new TaskInput.Lines(files.head(), pieces(files));
        } else if (input instanceof Input.Records records && isForWorker(records)) {
            return new RecordFiles(run.options().baseDirectory(), edges.pieces(stage), shard).forWorker();
        } else if (input instanceof Input.Numbers numbers) {
            return new TaskInput.Numbers(bound(numbers.count(), shard) + 1, bound(numbers.count(), shard + 1));
        }
        return new TaskInput.Frames();
    }

    /** A file that cannot be cut is better unpacked and read here, beside what a worker does with its rows. */
    private boolean isForWorker(Input.Records records) {
        boolean plain = records.format().kind() != FileFormat.Kind.JSON
                && records.files().stream().noneMatch(SourceFile::isPacked);
        return plain && rejects.isEmpty() && !Attempts.areWanted(records.head());
    }

    @Override
    public void awaitReady() throws IOException {
        if (!Input.stages(input).isEmpty()) {
            edges.into(stage).awaitReady(shard);
        }
    }

    @Override
    public void awaitAll() throws IOException {
        if (!Input.stages(input).isEmpty()) {
            edges.into(stage).awaitAll(shard);
        }
    }

    @Override
    public void into(RowSink target) throws IOException {
        new AttemptedSource(run).into(new Interruptible(target), input, this::into);
    }

    private void into(RowSink target, Attempt attempt) throws IOException {
        RowSink sink = rejects.<RowSink>map(to -> new Guard(to, target)).orElse(target);
        if (input instanceof Input.Files files) {
            lines(files, sink);
        } else if (input instanceof Input.Numbers numbers) {
            numbers(numbers, sink);
        } else if (input instanceof Input.Inline inline) {
            rows(inline.rows(), sink);
        } else if (input instanceof Input.Records) {
            new RecordFiles(run.options().baseDirectory(), edges.pieces(stage), shard)
                    .into(sink, position, bad(), run.figures().in()::read);
        } else if (input instanceof Input.Printed printed) {
            new PrintedRows(run, printed).into(target, rejects, attempt);
        } else if (input instanceof Input.Received received) {
            ReceivedRows.into(received, sink, bad(), attempt);
        } else {
            edges.into(stage).read(shard, sink);
        }
        position.leave();
    }

    private Optional<BadRecords> bad() {
        return RejectedRecords.to(rejects);
    }

    @Override
    public Optional<String> where(long number) {
        Path base = run.options().baseDirectory();
        if (input instanceof Input.Records) {
            return new RecordFiles(base, edges.pieces(stage), shard).where(number);
        }
        return input instanceof Input.Files files
                ? line(files, number).map(line -> line.shown(base))
                : Optional.empty();
    }

    /** The line that is the row with this number. */
    private Optional<FileLine> line(Input.Files files, long number) {
        long left = number;
        for (FilePiece piece : pieces(files)) {
            long[] lines = {0};
            try {
                TextFile.read(piece, Frames.longestRow(files.head().memory()), (bytes, start, end) -> lines[0]++);
            } catch (IOException changed) {
                return Optional.empty();
            }
            if (left <= lines[0]) {
                return Optional.of(new FileLine(piece.path(), piece.start(), left));
            }
            left -= lines[0];
        }
        return Optional.empty();
    }

    /** The files of the shard as they are, when the input is files. */
    List<FilePiece> pieces(Input.Files files) {
        List<FilePiece> whole = files.files().stream()
                .map(file -> FilePiece.whole(file.path(), file.size()))
                .toList();
        return FilePiece.share(whole, shard, shards);
    }

    private void lines(Input.Files files, RowSink sink) throws IOException {
        Bytes row = new Bytes(1024);
        ValueWriter values = new ValueWriter(row);
        for (FilePiece piece : pieces(files)) {
            long[] line = {0};
            FileLine first = new FileLine(piece.path(), piece.start(), 0);
            LongFunction<OptionalLong> numbers = LineNumbers.ofPiece(first);
            position.in(first.file(run.options().baseDirectory()), () -> numbers.apply(line[0]));
            int longest = Frames.longestRow(files.head().memory());
            TextFile.read(piece, longest, run.figures().in()::read, (bytes, start, end) -> {
                line[0]++;
                row.clear();
                values.string(bytes, start, end - start);
                sink.row(row.array(), 0, row.length());
            });
        }
    }

    @Override
    public boolean intoText(TextSink sink) throws IOException {
        if (!(input instanceof Input.Files files) || rejects.isPresent()) {
            return false;
        }
        int longest = Frames.longestRow(files.head().memory());
        for (FilePiece piece : pieces(files)) {
            TextFile.readText(piece, longest, run.figures().in()::read, (bytes, start, end, lines) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new Stopped(new InterruptedException("the run was cancelled"));
                }
                sink.text(bytes, start, end, lines);
            });
        }
        return true;
    }

    private void numbers(Input.Numbers numbers, RowSink sink) {
        Bytes row = new Bytes(16);
        ValueWriter values = new ValueWriter(row);
        long last = bound(numbers.count(), shard + 1);
        for (long n = bound(numbers.count(), shard); n < last; n++) {
            row.clear();
            values.integer(n + 1);
            sink.row(row.array(), 0, row.length());
        }
    }

    private void rows(List<List<Value>> rows, RowSink sink) {
        Bytes bytes = new Bytes(256);
        ValueWriter values = new ValueWriter(bytes);
        for (List<Value> row : rows.subList((int) bound(rows.size(), shard), (int) bound(rows.size(), shard + 1))) {
            bytes.clear();
            row.forEach(value -> ValueCodec.write(value, values));
            sink.row(bytes.array(), 0, bytes.length());
        }
    }

    private long bound(long all, int part) {
        return all / shards * part + all % shards * part / shards;
    }
}

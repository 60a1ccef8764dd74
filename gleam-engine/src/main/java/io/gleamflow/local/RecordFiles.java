package io.gleamflow.local;

import io.gleamflow.connector.BadRecords;
import io.gleamflow.connector.FileColumn;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.RowFile;
import io.gleamflow.plan.Input;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import io.gleamflow.worker.TaskInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One shard's part of files that the engine reads. */
final class RecordFiles {

    private final Path base;
    private final RecordPieces pieces;
    private final int shard;

    /**
     * @param base what the paths of files are shown relative to
     */
    RecordFiles(Path base, RecordPieces pieces, int shard) {
        this.base = base;
        this.pieces = pieces;
        this.shard = shard;
    }

    /**
     * Hands on all rows, but not the end.
     *
     * @param position told where each row is
     * @param read hears how many bytes were read
     * @param bad takes what is no row; without it that is an exception
     */
    void into(RowSink sink, Position position, Optional<BadRecords> bad, LongConsumer read) throws IOException {
        Input.Records records = pieces.records();
        RowFile file = new RowFile(
                records.format(),
                records.names(),
                Frames.longestRow(records.head().memory()),
                bad);
        for (FilePiece piece : pieces.of(shard)) {
            String shown = shown(Path.of(piece.path()));
            position.in(shown, file::number);
            file.read(piece, shown, read, records.withFile() ? new FileColumn(shown, sink) : sink);
        }
    }

    /** The same rows, for a worker to read. */
    TaskInput.Records forWorker() throws IOException {
        Input.Records records = pieces.records();
        List<TaskInput.RecordPiece> mine = pieces.of(shard).stream()
                .map(piece -> new TaskInput.RecordPiece(piece, shown(Path.of(piece.path()))))
                .toList();
        return new TaskInput.Records(records.head(), records.format(), records.names(), records.withFile(), mine);
    }

    /** Where the row with this number, from 1, is; empty when it cannot be found any more. */
    Optional<String> where(long number) {
        Counter counter = new Counter(number);
        Input.Records records = pieces.records();
        RowFile file = new RowFile(
                records.format(),
                records.names(),
                Frames.longestRow(records.head().memory()),
                Optional.of((error, row, start, end) -> {}));
        try {
            for (FilePiece piece : pieces.of(shard)) {
                file.read(piece, shown(Path.of(piece.path())), counter);
            }
        } catch (Found found) {
            return Optional.of(file.where());
        } catch (IOException changed) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Stops at a row. */
    private static final class Counter implements RowSink {
        private long left;

        Counter(long number) {
            this.left = number;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            if (--left == 0) {
                throw new Found();
            }
        }

        @Override
        public void end() {}
    }

    private static final class Found extends RuntimeException {
        Found() {
            super(null, null, false, false);
        }
    }

    private String shown(Path path) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString();
    }
}

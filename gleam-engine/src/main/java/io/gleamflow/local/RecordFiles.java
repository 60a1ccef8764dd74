package io.gleamflow.local;

import io.gleamflow.connector.FileColumn;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.connector.RowFile;
import io.gleamflow.plan.Input;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.nio.file.Path;

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

    /** Hands on all rows, but not the end. */
    void into(RowSink sink) throws IOException {
        Input.Records records = pieces.records();
        RowFile file = new RowFile(records.format(), records.names(), Frames.LARGEST_ROW);
        for (FilePiece piece : pieces.of(shard)) {
            String shown = shown(Path.of(piece.path()));
            file.read(piece, shown, records.withFile() ? new FileColumn(shown, sink) : sink);
        }
    }

    private String shown(Path path) {
        return (path.startsWith(base) ? base.relativize(path) : path).toString();
    }
}

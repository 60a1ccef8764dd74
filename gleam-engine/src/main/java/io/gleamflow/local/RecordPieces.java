package io.gleamflow.local;

import io.gleamflow.connector.Cuts;
import io.gleamflow.connector.FilePiece;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides files among the shards that read them: contiguous pieces, of about as many bytes where the format can be cut.
 * Finds out where to cut when it is asked first. Thread-safe.
 */
final class RecordPieces {

    private final Input.Records records;
    private final int shards;
    private final long all;
    private @Nullable List<List<FilePiece>> pieces;

    RecordPieces(Input.Records records, int shards) {
        this.records = records;
        this.shards = shards;
        this.all = records.files().stream().mapToLong(SourceFile::size).sum();
    }

    Input.Records records() {
        return records;
    }

    /** The part of one shard. */
    synchronized List<FilePiece> of(int shard) throws IOException {
        List<List<FilePiece>> known = pieces;
        if (known == null) {
            known = divided();
            pieces = known;
        }
        return known.get(shard);
    }

    private List<List<FilePiece>> divided() throws IOException {
        List<List<FilePiece>> divided = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            divided.add(new ArrayList<>());
        }
        double passed = 0;
        for (SourceFile file : records.files()) {
            int due = (int) Math.ceil((double) shards * file.size() / Math.max(1, all));
            for (FilePiece piece : Cuts.of(Path.of(file.path()), file.size(), records.format(), Math.max(1, due))) {
                double middle = passed + (piece.start() + piece.end()) / 2.0;
                int shard = all == 0 ? 0 : (int) Math.min(shards - 1, middle * shards / all);
                divided.get(shard).add(piece);
            }
            passed += file.size();
        }
        return divided;
    }
}

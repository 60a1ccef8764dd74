package io.gleamflow.local;

import io.gleamflow.connector.Formats;
import io.gleamflow.connector.RowPlace;
import io.gleamflow.connector.RowReader;
import io.gleamflow.plan.Input;
import io.gleamflow.plan.SourceFile;
import io.gleamflow.row.RowSink;
import io.gleamflow.wire.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One shard's part of files that the engine reads. */
final class RecordFiles {

    private final Path base;
    private final Input.Records records;
    private final int shard;
    private final int shards;

    RecordFiles(Path base, Input.Records records, int shard, int shards) {
        this.base = base;
        this.records = records;
        this.shard = shard;
        this.shards = shards;
    }

    /** Hands on all rows, but not the end. */
    void into(RowSink sink) throws IOException {
        RowReader reader = Formats.reader(records.format(), records.names(), Frames.LARGEST_ROW);
        long all = records.files().stream().mapToLong(SourceFile::size).sum();
        long from = all / shards * shard + all % shards * shard / shards;
        long to = all / shards * (shard + 1) + all % shards * (shard + 1) / shards;
        long passed = 0;
        for (SourceFile file : records.files()) {
            if (passed >= from && passed < to || all == 0 && shard == 0) {
                Path path = Path.of(file.path());
                String shown = (path.startsWith(base) ? base.relativize(path) : path).toString();
                try (InputStream in = Files.newInputStream(path)) {
                    reader.read(in, RowPlace.whole(shown), sink);
                }
            }
            passed += file.size();
        }
    }
}

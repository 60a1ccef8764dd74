package io.gleamflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.gleamflow.connector.RowFormat;
import io.gleamflow.connector.RowsOutput;
import io.gleamflow.connector.TabFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Bytes;
import io.gleamflow.row.ValueWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

    private final EngineOperation end = new EngineOperation.Print(
            Head.of("print", Place.of("flow.yaml"), Optional.empty(), List.of()), Optional.empty());

    @TempDir
    Path directory;

    /** As after an attempt that has failed in the middle of its second part. */
    @Test
    void whatIsDiscardedLeavesNothingAndTouchesNoOtherShard() throws Exception {
        OutputFiles files = new OutputFiles(directory, new FirstFailure(), true);
        files.expect(end, 2);
        write(files, 0, "a").close();
        write(files, 1, "half");
        write(files, 1, "b");
        files.discard(end, 1);
        write(files, 1, "c").close();
        assertThat(files.parts(end)).extracting(OutputFiles.Part::target).containsExactly("a", "c");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(2);
        }
    }

    /** A task that has not ended in time goes on while all is closed. */
    @Test
    void whatIsBegunMeanwhileDoesNotDisturbTheEnd() throws Exception {
        OutputFiles files = new OutputFiles(directory, new FirstFailure(), true);
        files.expect(end, 1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; i < 500; i++) {
                    files.begin(end, 0, "a", RowFormat.lines(new TabFormat()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        while (!late.isDone()) {
            files.close();
            assertThat(files.parts(end)).hasSizeLessThanOrEqualTo(500);
        }
        late.get();
    }

    private RowsOutput write(OutputFiles files, int shard, String text) throws IOException {
        RowsOutput rows = files.begin(end, shard, text, RowFormat.lines(new TabFormat()));
        Bytes row = new Bytes(16);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new ValueWriter(row).string(bytes, 0, bytes.length);
        rows.write(row.array(), 0, row.length());
        return rows;
    }
}

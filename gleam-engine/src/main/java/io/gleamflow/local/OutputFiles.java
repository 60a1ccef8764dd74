package io.gleamflow.local;

import io.gleamflow.connector.LineFile;
import io.gleamflow.connector.LineFormat;
import io.gleamflow.connector.TabFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
import io.gleamflow.operator.StepFailedException;
import io.gleamflow.plan.EngineOperation;
import io.gleamflow.plan.Operation;
import io.gleamflow.row.RowSink;
import io.gleamflow.worker.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the ends of a flow have written: for each end a part for each shard, in the run's directory. Parts are made by the
 * thread that builds the tasks and filled by the tasks.
 */
final class OutputFiles {

    private final Path directory;
    private final Map<Operation, Part[]> parts = new HashMap<>();

    OutputFiles(Path directory) {
        this.directory = directory;
    }

    /** What one shard has written. */
    record Part(Path file, LineFile lines) {}

    /** Makes the ends of a task on one shard. */
    Chain.Ends of(int shard, int shards) {
        return new Chain.Ends() {
            @Override
            public RowSink print(EngineOperation.Print operation, RowSink next) {
                return end(operation, operation.format(), next, shard, shards);
            }

            @Override
            public RowSink write(EngineOperation.Write operation, RowSink next) {
                return end(operation, operation.line(), next, shard, shards);
            }
        };
    }

    private RowSink end(Operation operation, Optional<Text> format, RowSink next, int shard, int shards) {
        Part[] all = parts.computeIfAbsent(operation, key -> new Part[shards]);
        LineFormat lines =
                format.<LineFormat>map(text -> new FormattedLine(text.value())).orElseGet(TabFormat::new);
        try {
            Path file = Files.createTempFile(directory, "part-", ".txt");
            LineFile output = new LineFile(Files.newOutputStream(file), lines);
            all[shard] = new Part(file, output);
            return new End(operation.head(), output, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of an end, in the order of shards. */
    Part[] parts(Operation end) {
        Part[] all = parts.get(end);
        if (all == null) {
            throw new IllegalStateException("no task of " + end.title() + " was built");
        }
        return all;
    }

    /** Writes rows to a part and hands them on. */
    private static final class End implements RowSink {
        private final Head head;
        private final LineFile file;
        private final RowSink next;

        End(Head head, LineFile file, RowSink next) {
            this.head = head;
            this.file = file;
            this.next = next;
        }

        @Override
        public void row(byte[] bytes, int start, int end) {
            try {
                String wrong = file.write(bytes, start, end);
                if (!wrong.isEmpty()) {
                    throw new StepFailedException(head, wrong, bytes, start, end);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next.row(bytes, start, end);
        }

        @Override
        public void end() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next.end();
        }
    }
}

package io.gleamflow.plan;

import io.gleamflow.flow.Head;
import io.gleamflow.row.Value;
import java.util.List;
import java.util.Optional;

/** Where a stage has its rows from. */
public sealed interface Input {

    /** What the source's step is called; empty for rows of another stage. */
    Optional<String> title();

    /** Lines of files, one file after the other; shards are pieces of about as many bytes. */
    record Files(Head head, List<SourceFile> files) implements Input {
        public Files {
            files = List.copyOf(files);
        }

        public long bytes() {
            return files.stream().mapToLong(SourceFile::size).sum();
        }

        @Override
        public Optional<String> title() {
            return Optional.of(head.title());
        }
    }

    /** The numbers from 1 to {@code count}; shards are ranges. */
    record Numbers(Head head, long count) implements Input {
        @Override
        public Optional<String> title() {
            return Optional.of(head.title());
        }
    }

    /** Rows of the descriptor; shards are pieces. */
    record Inline(Head head, List<List<Value>> rows) implements Input {
        public Inline {
            rows = List.copyOf(rows);
        }

        @Override
        public Optional<String> title() {
            return Optional.of(head.title());
        }
    }

    /** Rows of an earlier stage. */
    record Exchanged(int stage, Exchange exchange) implements Input {
        @Override
        public Optional<String> title() {
            return exchange instanceof Exchange.Range range && range.sort().isPresent()
                    ? range.sort().map(Head::title)
                    : Optional.empty();
        }
    }
}

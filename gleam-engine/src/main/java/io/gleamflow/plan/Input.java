package io.gleamflow.plan;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.JoinStep;
import io.gleamflow.flow.Launching;
import io.gleamflow.flow.ShellText;
import io.gleamflow.flow.Text;
import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a stage has its rows from. Column indexes count from 0. */
public sealed interface Input {

    /** What the step is called that the rows come from; empty when a step of the stage itself says enough. */
    Optional<String> title();

    /** An input that is a step of its own. */
    sealed interface Stepped extends Input {
        Head head();

        @Override
        default Optional<String> title() {
            return Optional.of(head().title());
        }
    }

    /** Lines of files, one file after the other, which workers can read; shards are pieces of about as many bytes. */
    record Files(Head head, List<SourceFile> files) implements Stepped {
        public Files {
            files = List.copyOf(files);
        }
    }

    /**
     * Rows of files that the engine reads; shards are files or pieces of them.
     *
     * @param names of the columns that each file must have; empty when they have none or nobody knows
     * @param withFile whether the path is the last column
     */
    record Records(Head head, FileFormat format, List<SourceFile> files, List<String> names, boolean withFile)
            implements Stepped {
        public Records {
            files = List.copyOf(files);
            names = List.copyOf(names);
        }
    }

    /** What a program prints; there is one shard. */
    record Printed(Head head, ShellText code, Launching launching, FileFormat format, List<String> names)
            implements Stepped {
        public Printed {
            names = List.copyOf(names);
        }
    }

    /** What a server sends; there is one shard. */
    record Received(Head head, Text host, int port, FileFormat format, List<String> names) implements Stepped {
        public Received {
            names = List.copyOf(names);
        }
    }

    /** The numbers from 1 to {@code count}; shards are ranges. */
    record Numbers(Head head, long count) implements Stepped {}

    /** Rows of the descriptor; shards are pieces. */
    record Inline(Head head, List<List<Value>> rows) implements Stepped {
        public Inline {
            rows = List.copyOf(rows);
        }
    }

    /** Rows of an earlier stage. */
    record Exchanged(int stage, Exchange exchange) implements Input {
        @Override
        public Optional<String> title() {
            return exchange instanceof Exchange.Range range ? range.step().map(Head::title) : Optional.empty();
        }
    }

    /** Rows of earlier stages, all of one and then all of the next; shards are some shards of theirs. */
    record Concatenated(Head head, List<Integer> stages) implements Stepped {
        public Concatenated {
            stages = List.copyOf(stages);
        }
    }

    /**
     * Rows of two earlier stages with the same key, in the order of keys; each shard has a range of them.
     *
     * @param keysFirst whether a row begins with its key, as it does when columns have no names
     */
    record Joined(Head head, JoinStep.Kind kind, Side left, Side right, boolean keysFirst) implements Stepped {}

    /** A row of key and two lists of rows for each key; each shard has a range of them. */
    record CoGrouped(Head head, Side left, Side right) implements Stepped {}

    /** Each row of one stage with all of another; shards are those of the left one. */
    record Crossed(Head head, Side left, Side right) implements Stepped {}

    /**
     * The rows that steps of earlier stages reject, those of one step and shard after those of another; there is one shard.
     *
     * @param feeds in the order of the descriptor
     */
    record Rejected(Head head, List<Feed> feeds) implements Stepped {
        public Rejected {
            feeds = List.copyOf(feeds);
        }
    }

    /** A step, or the part of it, that a stage has; steps are told apart by their places. */
    record Feed(int stage, Place step) {}

    /**
     * One of two inputs.
     *
     * @param keys none means the whole row
     * @param names of its columns, empty when they have none
     * @param width how many columns a row has; unknown means as many as the widest
     */
    record Side(int stage, List<Integer> keys, List<String> names, OptionalInt width) {
        public Side {
            keys = List.copyOf(keys);
            names = List.copyOf(names);
        }
    }

    /** The earlier stages it takes rows of, in order. */
    static List<Integer> stages(Input input) {
        if (input instanceof Exchanged exchanged) {
            return List.of(exchanged.stage());
        } else if (input instanceof Concatenated concatenated) {
            return concatenated.stages();
        } else if (input instanceof Joined joined) {
            return List.of(joined.left().stage(), joined.right().stage());
        } else if (input instanceof CoGrouped grouped) {
            return List.of(grouped.left().stage(), grouped.right().stage());
        } else if (input instanceof Crossed crossed) {
            return List.of(crossed.left().stage(), crossed.right().stage());
        } else if (input instanceof Rejected rejected) {
            return rejected.feeds().stream().map(Feed::stage).distinct().toList();
        }
        return List.of();
    }

    /** The files it reads, in order. */
    static List<SourceFile> files(Input input) {
        if (input instanceof Files files) {
            return files.files();
        }
        return input instanceof Records records ? records.files() : List.of();
    }

    /** Whether it is a source that can be divided into any number of shards. */
    static boolean isDivisible(Input input) {
        return input instanceof Files
                || input instanceof Records
                || input instanceof Numbers
                || input instanceof Inline;
    }
}

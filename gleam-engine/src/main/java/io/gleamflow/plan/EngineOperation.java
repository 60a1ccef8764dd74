package io.gleamflow.plan;

import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.Text;
import java.util.List;
import java.util.Optional;

/** An operation that runs in the engine. Column indexes count from 0; rows with equal keys come together. */
public sealed interface EngineOperation extends Operation {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.engine(this);
    }

    /** The first row of each key; no columns mean the whole row. */
    record FirstOfKey(Head head, List<Integer> keys) implements EngineOperation {
        public FirstOfKey {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.firstOfKey(this);
        }
    }

    /**
     * A row of key columns and list of rows for each key.
     *
     * @param names of all columns; empty when they have none
     */
    record Group(Head head, List<Integer> keys, List<String> names) implements EngineOperation {
        public Group {
            keys = List.copyOf(keys);
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.group(this);
        }
    }

    /** The first rows of each key, or of all without keys. */
    record Take(Head head, long count, List<Integer> keys) implements EngineOperation {
        public Take {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.take(this);
        }
    }

    /** All rows of each key but the first ones, or of all without keys. */
    record Skip(Head head, long count, List<Integer> keys) implements EngineOperation {
        public Skip {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skip(this);
        }
    }

    /** Puts two columns before each row: a number by chance and the position of the row, counted afresh for each key. */
    record Draw(Head head, long seed, List<Integer> keys) implements EngineOperation {
        public Draw {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.draw(this);
        }
    }

    /** Takes the first {@code count} columns away. */
    record Strip(Head head, int count) implements EngineOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.strip(this);
        }
    }

    /** Keeps about this part of the rows, by chance. */
    record Share(Head head, double part, long seed, List<Integer> keys) implements EngineOperation {
        public Share {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.share(this);
        }
    }

    /**
     * A row of first {@code keys} columns and results of aggregates for each key; without keys one row.
     *
     * @param partial whether the rows are those of {@link RowOperation.PartialAggregate}
     */
    record FinalAggregate(Head head, int keys, List<Aggregated> aggregates, boolean partial)
            implements EngineOperation {
        public FinalAggregate {
            aggregates = List.copyOf(aggregates);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finalAggregate(this);
        }
    }

    /**
     * The same rows, those refused that have something else than numbers where numbers are to be added up.
     *
     * @param aggregates those that take numbers
     */
    record Numbers(Head head, List<Aggregated> aggregates, List<String> names) implements EngineOperation {
        public Numbers {
            aggregates = List.copyOf(aggregates);
            names = List.copyOf(names);
        }

        @Override
        public boolean rejectsRows() {
            return head.onError().rejectsRows();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.numbers(this);
        }
    }

    /** Shows rows in the log. */
    record Print(Head head, Optional<Text> format) implements EngineOperation {
        @Override
        public boolean rejectsRows() {
            return head.onError().rejectsRows();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /**
     * Rows to a file, or to one for each value of the columns named in its path.
     *
     * @param line a format of {@code string.format} for each row
     * @param names of the columns, empty when they have none
     * @param keys the columns in the path, whose values come together; empty for a single file
     */
    record Write(Head head, Text path, Optional<Text> line, FileFormat format, List<String> names, List<Integer> keys)
            implements EngineOperation {
        public Write {
            names = List.copyOf(names);
            keys = List.copyOf(keys);
        }

        @Override
        public boolean rejectsRows() {
            return head.onError().rejectsRows();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }
    }

    /** One method for each of them. */
    interface Visitor<R> {
        R firstOfKey(FirstOfKey operation);

        R group(Group operation);

        R take(Take operation);

        R skip(Skip operation);

        R draw(Draw operation);

        R strip(Strip operation);

        R share(Share operation);

        R finalAggregate(FinalAggregate operation);

        R numbers(Numbers operation);

        R print(Print operation);

        R write(Write operation);
    }
}

package io.gleamflow.flow;

import io.gleamflow.row.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step of a dataset: a verb, its argument and its options. */
public sealed interface Step {

    Head head();

    /** The Lua it runs, if any. */
    Optional<LuaText> lua();

    <R> R accept(Visitor<R> visitor);

    /** Lines of text files, in the order of paths; each path may be a glob. */
    record Read(Head head, List<Text> paths) implements Step {
        public Read {
            paths = List.copyOf(paths);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /** The numbers from 1 to {@code count} in a column {@code n}. */
    record Count(Head head, long count) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /** Rows written in the descriptor; {@code names} is empty when they have none. */
    record Rows(Head head, List<String> names, List<List<Value>> rows) implements Step {
        public Rows {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rows(this);
        }
    }

    /** One new row for each, or none. */
    record Map(Head head, LuaText script) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.of(script);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /** Any number of new rows for each. */
    record FlatMap(Head head, LuaText script) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.of(script);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flatMap(this);
        }
    }

    /** Keeps the rows for which the script is true. */
    record Filter(Head head, LuaText script) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.of(script);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** Runs the script for its effects and passes rows on, or, when it mentions {@code emit}, produces what it emits. */
    record ForEach(Head head, LuaText script) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.of(script);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    /** Only these columns, in this order. */
    record Select(Head head, List<ColumnRef> columns) implements Step {
        public Select {
            columns = List.copyOf(columns);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** Rows with the same first column become one; the function combines the other columns. */
    record ReduceByKey(Head head, LuaText script) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.of(script);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reduceByKey(this);
        }
    }

    /** How many rows there are of each key. */
    record CountBy(Head head, List<ColumnRef> keys) implements Step {
        public CountBy {
            keys = List.copyOf(keys);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.countBy(this);
        }
    }

    /** All rows in order; an empty ordering compares whole rows. */
    record Sort(Head head, List<OrderBy> ordering) implements Step {
        public Sort {
            ordering = List.copyOf(ordering);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /** Rows as lines through one shell process for each shard. */
    record Pipe(Head head, ShellText code, List<ColumnRef> by, Split split, Set<Integer> okExit) implements Step {
        public Pipe {
            by = List.copyOf(by);
            okExit = Set.copyOf(okExit);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pipe(this);
        }
    }

    /** A shell process for each row, the columns as its arguments. */
    record PipeAsArgs(Head head, ShellText code, Split split, Set<Integer> okExit) implements Step {
        public PipeAsArgs {
            okExit = Set.copyOf(okExit);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pipeAsArgs(this);
        }
    }

    /** Divides the rows into shards by key; an empty key is the first column. */
    record Partition(Head head, int shards, List<ColumnRef> by) implements Step {
        public Partition {
            by = List.copyOf(by);
        }

        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partition(this);
        }
    }

    /** Shows rows in the log and passes them on; the format is one of Lua's {@code string.format}. */
    record Print(Head head, Optional<Text> format) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /** Writes rows to a text file and passes them on; without a format, columns are joined by tabs. */
    record Write(Head head, Text path, Optional<Text> format) implements Step {
        @Override
        public Optional<LuaText> lua() {
            return Optional.empty();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }
    }

    /** One method for each verb, so that a new verb names every place that must learn it. */
    interface Visitor<R> {
        R read(Read step);

        R count(Count step);

        R rows(Rows step);

        R map(Map step);

        R flatMap(FlatMap step);

        R filter(Filter step);

        R forEach(ForEach step);

        R select(Select step);

        R reduceByKey(ReduceByKey step);

        R countBy(CountBy step);

        R sort(Sort step);

        R pipe(Pipe step);

        R pipeAsArgs(PipeAsArgs step);

        R partition(Partition step);

        R print(Print step);

        R write(Write step);
    }
}

package io.gleamflow.flow;

import java.util.List;

/** A step that brings rows with equal keys together. */
public sealed interface KeyStep extends Step {

    /** Rows with the same first column become one; the function combines the other columns. */
    record ReduceByKey(Head head, LuaText script) implements KeyStep {
        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.reduceByKey(this);
        }
    }

    /** Rows with the same key become one; the function combines the other columns. Without a key all rows do. */
    record Reduce(Head head, LuaText script, List<ColumnRef> by) implements KeyStep {
        public Reduce {
            by = List.copyOf(by);
        }

        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.reduce(this);
        }
    }

    /** A row of expressions over aggregates such as {@code sum(bytes) / 1000} for each key, or for all rows without one. */
    record Aggregate(Head head, List<NamedScript> entries, List<ColumnRef> by) implements KeyStep {
        public Aggregate {
            entries = List.copyOf(entries);
            by = List.copyOf(by);
        }

        @Override
        public List<LuaText> scripts() {
            return NamedScript.scripts(entries);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.aggregate(this);
        }
    }

    /** How many rows there are of each key; an empty key is the first column. */
    record CountBy(Head head, List<ColumnRef> keys) implements KeyStep {
        public CountBy {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.countBy(this);
        }
    }

    /** A row of key and list of rows for each key; an empty key is the first column. */
    record GroupBy(Head head, List<ColumnRef> keys) implements KeyStep {
        public GroupBy {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.groupBy(this);
        }
    }

    /** The first row of each key; an empty key is the whole row. */
    record Distinct(Head head, List<ColumnRef> keys) implements KeyStep {
        public Distinct {
            keys = List.copyOf(keys);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.distinct(this);
        }
    }
}

package io.gleamflow.flow;

import java.util.List;

/** A step that looks at one row at a time. */
public sealed interface RowStep extends Step {

    /**
     * One new row for each, or none.
     *
     * @param per the script starts afresh, with an empty {@code prev}, for each key; empty when not given
     */
    record Map(Head head, LuaText script, List<ColumnRef> per) implements RowStep {
        public Map {
            per = List.copyOf(per);
        }

        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.map(this);
        }
    }

    /** One new row for each, of these columns. */
    record MapColumns(Head head, List<NamedScript> columns, List<ColumnRef> per) implements RowStep {
        public MapColumns {
            columns = List.copyOf(columns);
            per = List.copyOf(per);
        }

        @Override
        public List<LuaText> scripts() {
            return NamedScript.scripts(columns);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.mapColumns(this);
        }
    }

    /**
     * Any number of new rows for each.
     *
     * @param keep columns of the row that stand before those the script makes
     */
    record FlatMap(Head head, LuaText script, List<ColumnRef> keep) implements RowStep {
        public FlatMap {
            keep = List.copyOf(keep);
        }

        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.flatMap(this);
        }
    }

    /** Keeps the rows for which the script is true. */
    record Filter(Head head, LuaText script, List<ColumnRef> per) implements RowStep {
        public Filter {
            per = List.copyOf(per);
        }

        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /**
     * Runs the script for its effects and passes rows on, or, when it mentions {@code emit}, produces what it emits.
     *
     * @param by where rows are divided, those with equal values in these columns stay together; empty when not given
     */
    record ForEach(Head head, LuaText script, List<ColumnRef> by) implements RowStep {
        public ForEach {
            by = List.copyOf(by);
        }

        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    /** Only these columns, in this order. */
    record Select(Head head, List<ColumnRef> columns) implements RowStep {
        public Select {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** Gives columns new values, from the first entry to the last, each of which sees those before; new names become new columns. */
    record SetColumns(Head head, List<NamedScript> columns, List<ColumnRef> per) implements RowStep {
        public SetColumns {
            columns = List.copyOf(columns);
            per = List.copyOf(per);
        }

        @Override
        public List<LuaText> scripts() {
            return NamedScript.scripts(columns);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.setColumns(this);
        }
    }

    /** All columns but these. */
    record Drop(Head head, List<ColumnRef> columns) implements RowStep {
        public Drop {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /** The same rows, some columns under new names. */
    record Rename(Head head, List<Renaming> names) implements RowStep {
        public Rename {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.rename(this);
        }
    }

    /** Fails when one of the scripts is not true; all are tried. A check without a name has an empty one. */
    record Check(Head head, List<NamedScript> checks) implements RowStep {
        public Check {
            checks = List.copyOf(checks);
        }

        @Override
        public List<LuaText> scripts() {
            return NamedScript.scripts(checks);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.check(this);
        }
    }

    /**
     * The general step: a script with {@code process(row, emit)} and perhaps {@code init()} and {@code finish(emit)}.
     *
     * @param by where rows are divided, those with equal values in these columns stay together; empty when not given
     */
    record General(Head head, LuaText script, List<ColumnRef> by, List<ColumnRef> per) implements RowStep {
        public General {
            by = List.copyOf(by);
            per = List.copyOf(per);
        }

        @Override
        public List<LuaText> scripts() {
            return List.of(script);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.general(this);
        }
    }
}

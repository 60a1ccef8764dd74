package io.gleamflow.plan;

import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import java.util.List;

/** An operation that runs Lua of the user's, in a worker. Column indexes count from 0. */
public sealed interface LuaOperation extends Operation {

    @Override
    default boolean rejectsRows() {
        return head().onError().rejectsRows();
    }

    /** What is done with the script of a {@link Script}. */
    enum Kind {
        MAP,
        FLAT_MAP,
        FILTER,
        FOR_EACH
    }

    /** What is done with the results of {@link Expressions}. */
    enum Result {
        /** each becomes a column of the row, and the next sees it */
        SET,
        /** together they are the new row */
        MAP,
        /** each must be true */
        CHECK
    }

    /**
     * One entry of {@link Expressions}.
     *
     * @param before the columns the script sees
     * @param column where the result goes with {@link Result#SET}; one more than there are makes a new one
     */
    record Expression(String name, LuaText text, Columns before, int column) {}

    /**
     * Lua for each row.
     *
     * @param per columns whose values are a key, each of which starts afresh with an empty {@code prev}; the rows of a key come together
     * @param keep columns put before those that a flatMap makes
     */
    record Script(Kind kind, Head head, LuaText text, Columns before, List<Integer> per, List<Integer> keep)
            implements LuaOperation {
        public Script {
            per = List.copyOf(per);
            keep = List.copyOf(keep);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.script(this);
        }

        @Override
        public List<String> names() {
            return before.names();
        }
    }

    /**
     * Some Lua for each row, one entry after the other.
     *
     * @param after the columns of the row that leaves, for {@code prev}
     */
    record Expressions(Result result, Head head, List<Expression> entries, Columns after, List<Integer> per)
            implements LuaOperation {
        public Expressions {
            entries = List.copyOf(entries);
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.expressions(this);
        }

        @Override
        public List<String> names() {
            return entries.isEmpty() ? List.of() : entries.get(0).before().names();
        }
    }

    /** A script with {@code init}, {@code process} and {@code finish}. */
    record General(Head head, LuaText text, Columns before, List<Integer> per) implements LuaOperation {
        public General {
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.general(this);
        }

        @Override
        public List<String> names() {
            return before.names();
        }
    }

    /** Rows with the same first {@code keys} columns of one shard become one; without keys all do. */
    record PartialReduce(Head head, LuaText text, Columns before, int keys) implements LuaOperation {
        @Override
        public String title() {
            return "partial " + head.title();
        }

        @Override
        public boolean rejectsRows() {
            return false;
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.partialReduce(this);
        }
    }

    /** The same for rows that come in the order of their keys. */
    record FinalReduce(Head head, LuaText text, Columns before, int keys) implements LuaOperation {
        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.finalReduce(this);
        }

        @Override
        public List<String> names() {
            return before.names();
        }
    }
}

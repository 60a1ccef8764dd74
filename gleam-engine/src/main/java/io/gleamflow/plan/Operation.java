package io.gleamflow.plan;

import io.gleamflow.flow.ColumnType;
import io.gleamflow.flow.Columns;
import io.gleamflow.flow.Head;
import io.gleamflow.flow.LuaText;
import io.gleamflow.flow.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing done to the rows of a shard, one after the other. Column indexes count from 0. */
public sealed interface Operation {

    Head head();

    /** What people call it. */
    default String title() {
        return head().title();
    }

    <R> R accept(Visitor<R> visitor);

    /** Which of the four verbs a {@link Script} is. */
    enum Kind {
        MAP,
        FLAT_MAP,
        FILTER,
        FOR_EACH
    }

    /** Lua for each row. */
    record Script(Kind kind, Head head, LuaText text, Columns before) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.script(this);
        }
    }

    /** Rows with the same first column of one shard become one. */
    record PartialReduce(Head head, LuaText text, Columns before) implements Operation {
        @Override
        public String title() {
            return "partial " + head.title();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partialReduce(this);
        }
    }

    /** The same for rows that come in the order of their keys. */
    record FinalReduce(Head head, LuaText text, Columns before) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finalReduce(this);
        }
    }

    record PartialCount(Head head, List<Integer> columns) implements Operation {
        public PartialCount {
            columns = List.copyOf(columns);
        }

        @Override
        public String title() {
            return "partial " + head.title();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.partialCount(this);
        }
    }

    /** Adds up counts of rows that come in the order of their first {@code keys} columns. */
    record FinalCount(Head head, int keys) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.finalCount(this);
        }
    }

    record Select(Head head, List<Integer> columns) implements Operation {
        public Select {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** Types by column index. */
    record Convert(Head head, Map<Integer, ColumnType> types) implements Operation {
        public Convert {
            types = Map.copyOf(types);
        }

        @Override
        public String title() {
            return "types";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    record Print(Head head, Optional<Text> format) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /**
     * Rows as lines of a text file.
     *
     * @param header names of the columns when the file has a line of them
     */
    record Write(Head head, Text path, Optional<Text> format, List<String> header) implements Operation {
        public Write {
            header = List.copyOf(header);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }
    }

    /** One method for each operation. */
    interface Visitor<R> {
        R script(Script operation);

        R partialReduce(PartialReduce operation);

        R finalReduce(FinalReduce operation);

        R partialCount(PartialCount operation);

        R finalCount(FinalCount operation);

        R select(Select operation);

        R convert(Convert operation);

        R print(Print operation);

        R write(Write operation);
    }
}

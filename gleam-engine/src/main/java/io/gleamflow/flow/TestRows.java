package io.gleamflow.flow;

import io.gleamflow.problem.Place;
import io.gleamflow.row.Value;
import java.util.List;

/** Rows that are written in a test. */
public sealed interface TestRows {

    Place place();

    /**
     * A block of csv with a header, which nobody has looked at yet.
     *
     * @param text at the place of its first character
     * @param firstLine the line of the descriptor on which it starts
     * @param exactLines whether each line of the text is a line of the descriptor
     */
    record Csv(Text text, int firstLine, boolean exactLines) implements TestRows {
        @Override
        public Place place() {
            return text.place();
        }
    }

    /**
     * A list of rows.
     *
     * @param names of the columns; empty when the rows have none
     */
    record Listed(Place place, List<String> names, List<Row> rows) implements TestRows {
        public Listed {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
        }
    }

    /** The rows of a file, whose name says its format. */
    record InFile(Text path) implements TestRows {
        @Override
        public Place place() {
            return path.place();
        }
    }

    /** One row, and where it stands. */
    record Row(Place place, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value in the two ways it can be meant: {@code 007} is a number, and it is a text.
     *
     * @param typed as YAML means it
     * @param written as it stands there; the same when it is no scalar, or nothing
     */
    record Cell(Value typed, Value written) {

        /** A value that can be meant in one way only. */
        public static Cell of(Value value) {
            return new Cell(value, value);
        }
    }
}

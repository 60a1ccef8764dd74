package io.gleamflow.flow;

import io.gleamflow.row.Value;
import java.util.List;

/** A step that rows come from; the first of its dataset. */
public sealed interface SourceStep extends Step {

    /**
     * Rows of files, one file after the other in the order of paths.
     *
     * @param paths each may be a glob
     * @param withFile whether the last column is {@code file}, the path of the file a row comes from
     * @param found names of columns that the files themselves tell; empty while nobody has looked, or when they tell none
     */
    record Read(Head head, List<Text> paths, FileFormat format, boolean withFile, List<String> found)
            implements SourceStep {
        public Read {
            paths = List.copyOf(paths);
            found = List.copyOf(found);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /** What a program prints, lines unless the format says otherwise. */
    record Command(Head head, ShellText code, Launching launching, FileFormat format) implements SourceStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.command(this);
        }
    }

    /**
     * What a server sends until it closes the connection.
     *
     * @param host a name or an address
     * @param port from 1 to 65535
     */
    record Socket(Head head, Text host, int port, FileFormat format) implements SourceStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.socket(this);
        }
    }

    /** The numbers from 1 to {@code count} in a column {@code n}. */
    record Count(Head head, long count) implements SourceStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /** Rows written in the descriptor; {@code names} is empty when they have none. */
    record Rows(Head head, List<String> names, List<List<Value>> rows) implements SourceStep {
        public Rows {
            names = List.copyOf(names);
            rows = List.copyOf(rows);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.rows(this);
        }
    }

    /**
     * The rows that steps of other datasets reject.
     *
     * @param others the datasets with these steps, each where a step of it says so
     */
    record Rejected(Head head, List<Text> others) implements SourceStep {

        /** What is told of each row. */
        public static final List<String> COLUMNS = List.of("step", "error", "file", "line", "row");

        public Rejected {
            others = List.copyOf(others);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.rejected(this);
        }
    }

    /** The rows of another dataset. */
    record From(Head head, Text dataset) implements SourceStep {
        @Override
        public List<Text> others() {
            return List.of(dataset);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.from(this);
        }
    }
}

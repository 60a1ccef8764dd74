package io.gleamflow.flow;

import java.util.List;
import java.util.Optional;

/** A step that a program other than gleam does. */
public sealed interface ProgramStep extends Step {

    /**
     * Rows as lines through one shell process, or one for each shard or key.
     *
     * @param per a process for each key, one after the other
     * @param format when rows go in and come out as csv or jsonl instead of lines
     */
    record Pipe(
            Head head,
            ShellText code,
            List<ColumnRef> by,
            List<ColumnRef> per,
            Split split,
            Launching launching,
            Optional<FileFormat> format)
            implements ProgramStep {
        public Pipe {
            by = List.copyOf(by);
            per = List.copyOf(per);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.pipe(this);
        }
    }

    /** A shell process for each row, the columns as its arguments. */
    record PipeAsArgs(Head head, ShellText code, Split split, Launching launching) implements ProgramStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.pipeAsArgs(this);
        }
    }

    /** A program that reads and writes frames, started without a shell. */
    record Exec(Head head, List<Text> command, List<ColumnRef> by, Launching launching) implements ProgramStep {
        public Exec {
            command = List.copyOf(command);
            by = List.copyOf(by);
        }

        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.exec(this);
        }
    }
}

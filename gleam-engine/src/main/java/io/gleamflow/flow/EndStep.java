package io.gleamflow.flow;

import java.util.Optional;

/** A step that shows or keeps rows, and passes them on. */
public sealed interface EndStep extends Step {

    /** Shows rows in the log; the format is one of Lua's {@code string.format}. */
    record Print(Head head, Optional<Text> format) implements EndStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.print(this);
        }
    }

    /**
     * Writes rows to a file, or to one for each value of the columns named in the path.
     *
     * @param line a format of {@code string.format} for each row; empty when the file format says how
     */
    record Write(Head head, Text path, Optional<Text> line, FileFormat format) implements EndStep {
        @Override
        public <R> R accept(StepVisitor<R> visitor) {
            return visitor.write(this);
        }
    }
}

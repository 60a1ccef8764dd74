package io.gleamflow.worker;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.FileFormat;
import io.gleamflow.flow.Head;
import java.util.List;
import java.util.Optional;

/** Where a task has its rows from. */
public sealed interface TaskInput {

    /** The step to blame when the worker cannot read what it reads itself. */
    default Optional<Head> step() {
        if (this instanceof Lines lines) {
            return Optional.of(lines.reader());
        }
        return this instanceof Records records ? Optional.of(records.reader()) : Optional.empty();
    }

    /**
     * Lines of files, which the worker reads itself.
     *
     * @param reader the step that reads them, to blame when they cannot be read
     */
    record Lines(Head reader, List<FilePiece> pieces) implements TaskInput {
        public Lines {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Rows of files, which the worker reads itself; records that are no rows are failures.
     *
     * @param reader the step that reads them, to blame when they cannot be read
     * @param names of the columns that each file must have; empty when they have none or nobody knows
     * @param withFile whether the name of the file is the last column
     */
    record Records(Head reader, FileFormat format, List<String> names, boolean withFile, List<RecordPiece> pieces)
            implements TaskInput {
        public Records {
            names = List.copyOf(names);
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A part of a file with rows.
     *
     * @param shown what messages call the file
     */
    record RecordPiece(FilePiece piece, String shown) {}

    /** The numbers from {@code first} to {@code last}, both included. */
    record Numbers(long first, long last) implements TaskInput {}

    /** Frames that follow the task, up to a control map of the type {@code end}. */
    record Frames() implements TaskInput {}

    /**
     * The same, but before the values of each row stand two that say where it was read: the file, nil when it is that of the
     * row before, and the number of the line.
     */
    record LocatedFrames() implements TaskInput {}
}

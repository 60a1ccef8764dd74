package io.gleamflow.worker;

import io.gleamflow.connector.FilePiece;
import io.gleamflow.flow.Head;
import java.util.List;

/** Where a task has its rows from. */
public sealed interface TaskInput {

    /**
     * Lines of files, which the worker reads itself.
     *
     * @param step that reads them, to blame when they cannot be read
     */
    record Lines(Head step, List<FilePiece> pieces) implements TaskInput {
        public Lines {
            pieces = List.copyOf(pieces);
        }
    }

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

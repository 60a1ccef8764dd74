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
}

package io.gleamflow.script;

import io.gleamflow.flow.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script failed on a row. */
public final class ScriptFailedException extends RuntimeException {

    private final transient Head step;
    private final String file;
    private final int line;
    private final byte[] row;
    private final List<String> names;

    /**
     * Says what went wrong, and where as far as known.
     *
     * @param file where the error arose, as scripts are called; empty when not known
     * @param line in that file, or 0
     * @param row the values of the row as MessagePack
     * @param names of its columns, as far as known
     */
    public ScriptFailedException(
            Head step,
            String message,
            String file,
            int line,
            byte[] row,
            List<String> names,
            @Nullable Throwable cause) {
        super(message, cause);
        this.step = step;
        this.file = file;
        this.line = line;
        this.row = row;
        this.names = List.copyOf(names);
    }

    public Head step() {
        return step;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public byte[] row() {
        return row;
    }

    public List<String> names() {
        return names;
    }
}

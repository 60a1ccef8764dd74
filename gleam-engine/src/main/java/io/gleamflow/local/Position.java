package io.gleamflow.local;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Where the row was read that is being handed on, as far as that is known. Used by the thread that hands it on. */
final class Position {

    private Optional<String> file = Optional.empty();
    private Supplier<OptionalLong> line = OptionalLong::empty;

    /**
     * Rows are of this file from now on.
     *
     * @param line of the row that is being handed on, whenever it is asked
     */
    void in(String file, Supplier<OptionalLong> line) {
        this.file = Optional.of(file);
        this.line = line;
    }

    /** Rows that come now are of no file. */
    void leave() {
        file = Optional.empty();
        line = OptionalLong::empty;
    }

    Optional<String> file() {
        return file;
    }

    OptionalLong line() {
        return line.get();
    }
}

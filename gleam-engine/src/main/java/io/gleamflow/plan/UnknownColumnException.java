package io.gleamflow.plan;

import io.gleamflow.flow.ColumnRef;

/** A column is asked for that nobody knows of, because the files that are read tell no names. */
public final class UnknownColumnException extends RuntimeException {

    private final transient ColumnRef column;

    UnknownColumnException(ColumnRef column) {
        super("the column `" + column + "` is not known: the files that are there tell no names"
                + " (write `columns: […]` at the step that reads them)");
        this.column = column;
    }

    /** As the descriptor has it. */
    public ColumnRef column() {
        return column;
    }
}

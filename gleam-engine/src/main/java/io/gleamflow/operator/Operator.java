package io.gleamflow.operator;

import io.gleamflow.row.RowSink;

/**
 * A sink that may hold memory of a {@link Budget} and spills. An operator whose {@link #end} has returned holds nothing
 * any more, except where its class says otherwise. After a failure, its own or that of whoever fills it, it must be
 * closed.
 */
public interface Operator extends RowSink, AutoCloseable {

    /**
     * Gives back all that is held, in whatever state the operator is, then closes the sink behind it if that is an
     * operator too: closing the first of a chain closes the chain. Once closed, closing does nothing.
     */
    @Override
    void close();

    /** Closes a sink if it is an operator. */
    static void close(RowSink sink) {
        if (sink instanceof Operator operator) {
            operator.close();
        }
    }
}

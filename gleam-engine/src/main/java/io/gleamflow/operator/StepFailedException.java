package io.gleamflow.operator;

import io.gleamflow.flow.Head;
import java.util.Arrays;

/** A step cannot take a row: the data does not fit the descriptor. */
public final class StepFailedException extends RuntimeException {

    private final transient Head step;
    private final byte[] row;

    /** Keeps a copy of the offending row. */
    public StepFailedException(Head step, String message, byte[] bytes, int start, int end) {
        super(message);
        this.step = step;
        this.row = Arrays.copyOfRange(bytes, start, end);
    }

    public Head step() {
        return step;
    }

    /** The values of the offending row as MessagePack. */
    public byte[] row() {
        return row;
    }
}

package io.gleamflow.row;

/** Bytes that are no row: cut short, nested too deeply, or not MessagePack. */
public final class MalformedRowException extends RuntimeException {

    private final int offset;

    /**
     * Says what is wrong and where.
     *
     * @param offset of the offending byte within the row
     */
    public MalformedRowException(String message, int offset) {
        super(message + " at byte " + offset + " of the row");
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}

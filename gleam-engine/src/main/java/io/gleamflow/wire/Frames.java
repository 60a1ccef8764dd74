package io.gleamflow.wire;

/**
 * The format: a frame is an int32, lowest byte first, and that many bytes, the columns of one row as MessagePack values. A
 * length of 0 is skipped. The length {@link #CONTROL} announces a control map: another int32, lowest byte first, and that
 * many bytes of one MessagePack map.
 */
public final class Frames {

    /** The reserved length before a control map; only gleam's own processes use it. */
    public static final int CONTROL = -1;

    /** The most bytes a row may have unless the user allows more. */
    public static final int LARGEST_ROW = 8 << 20;

    private Frames() {}
}

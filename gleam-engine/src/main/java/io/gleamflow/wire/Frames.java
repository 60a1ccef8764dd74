package io.gleamflow.wire;

import java.util.OptionalLong;

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

    private static final long MOST = 1 << 30;

    /** Of what a user allows a step, a row may take this part. */
    private static final int SHARE = 8;

    private Frames() {}

    /**
     * The most bytes a row may have.
     *
     * @param memory in bytes, as the user allows; empty for no more than usual
     */
    public static int longestRow(OptionalLong memory) {
        return (int) Math.max(LARGEST_ROW, Math.min(MOST, memory.orElse(0) / SHARE));
    }
}

package io.gleamflow.wire;

import java.io.IOException;

/** The other side of a pipe sent bytes that are no frames. */
public final class MalformedFrameException extends IOException {

    private final boolean cutShort;

    /**
     * Says what is wrong and where.
     *
     * @param cutShort whether the stream has ended in the middle of the frame
     * @param frame number of the frame in the stream, from 1
     * @param offset of its first byte in the stream
     */
    public MalformedFrameException(String message, boolean cutShort, long frame, long offset) {
        super(message + " (frame " + frame + ", byte " + offset + ")");
        this.cutShort = cutShort;
    }

    /** Whether what is there is right as far as it goes. */
    public boolean isCutShort() {
        return cutShort;
    }
}

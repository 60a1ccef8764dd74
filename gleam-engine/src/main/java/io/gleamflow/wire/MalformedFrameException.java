package io.gleamflow.wire;

import java.io.IOException;

/** The other side of a pipe sent bytes that are no frames. */
public final class MalformedFrameException extends IOException {

    /**
     * Says what is wrong and where.
     *
     * @param frame number of the frame in the stream, from 1
     * @param offset of its first byte in the stream
     */
    public MalformedFrameException(String message, long frame, long offset) {
        super(message + " (frame " + frame + ", byte " + offset + ")");
    }
}

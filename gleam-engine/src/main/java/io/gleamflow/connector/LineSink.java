package io.gleamflow.connector;

import java.io.IOException;

/** Takes the lines of a text. */
public interface LineSink {

    /** Takes a line without its line end; the bytes are the caller's again when the method returns. */
    void line(byte[] bytes, int start, int end) throws IOException;
}

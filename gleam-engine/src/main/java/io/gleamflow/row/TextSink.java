package io.gleamflow.row;

/** Takes text. What goes wrong inside is thrown unchecked. */
public interface TextSink {

    /** Takes whole lines, each of which ends with LF alone; the bytes are the caller's again when the method returns. */
    void text(byte[] bytes, int start, int end, long lines);
}

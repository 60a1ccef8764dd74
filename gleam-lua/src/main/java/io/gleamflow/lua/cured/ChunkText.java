package io.gleamflow.lua.cured;

import java.io.ByteArrayInputStream;

/** The text of a chunk, and the line its first line is. */
public final class ChunkText extends ByteArrayInputStream {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final int firstLine;

    /** A text whose first line is {@code firstLine}; a byte order mark is passed over. */
    public ChunkText(byte[] text, int firstLine) {
        super(text, marked(text) ? BYTE_ORDER_MARK.length : 0, text.length);
        this.firstLine = firstLine;
    }

    private static boolean marked(byte[] text) {
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if (i >= text.length || text[i] != BYTE_ORDER_MARK[i]) {
                return false;
            }
        }
        return true;
    }

    int firstLine() {
        return firstLine;
    }
}

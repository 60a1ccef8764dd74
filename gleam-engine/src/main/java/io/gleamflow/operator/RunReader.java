package io.gleamflow.operator;

import io.gleamflow.row.BigEndian;
import java.io.IOException;

/**
 * Goes through a sorted run. An entry is key length, row length, key and row; a reader stands before the first entry
 * until {@link #next} is called. Used by one thread.
 */
public abstract class RunReader {

    /** Bytes before the key. */
    static final int HEADER = 8;

    private byte[] bytes = new byte[0];
    private int entry;

    /** Goes to the next entry, or returns false at the end. */
    public abstract boolean next() throws IOException;

    final void at(byte[] array, int position) {
        bytes = array;
        entry = position;
    }

    /** What the key and the row lie in; valid until {@link #next} is called again. */
    public final byte[] bytes() {
        return bytes;
    }

    public final int keyStart() {
        return entry + HEADER;
    }

    /** Where the key ends and the row starts. */
    public final int keyEnd() {
        return entry + HEADER + BigEndian.getInt(bytes, entry);
    }

    public final int rowEnd() {
        return keyEnd() + BigEndian.getInt(bytes, entry + 4);
    }
}

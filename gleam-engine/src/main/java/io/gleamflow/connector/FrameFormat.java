package io.gleamflow.connector;

import io.gleamflow.row.BigEndian;
import io.gleamflow.row.Bytes;

/** Rows as frames: a length of 32 bits, the lowest first, and the row as it is. */
final class FrameFormat implements RowFormat {

    @Override
    public String append(byte[] bytes, int start, int end, Bytes out) {
        if (start == end) {
            return "the row has no columns";
        }
        int at = out.length();
        BigEndian.putLittleInt(out.room(4), at, end - start);
        out.length(at + 4);
        out.put(bytes, start, end - start);
        return "";
    }
}

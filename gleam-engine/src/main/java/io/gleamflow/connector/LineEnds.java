package io.gleamflow.connector;

import java.io.IOException;
import java.io.InputStream;

/** Counts the line ends before a piece of a file. */
final class LineEnds {

    private LineEnds() {}

    /**
     * The line ends in the first bytes of a file, of which the last ends a line.
     *
     * @param returns tells whether a CR without a LF ends a line too
     */
    static long before(String path, long bytes, boolean returns) throws IOException {
        if (bytes == 0) {
            return 0;
        }
        long ends = 0;
        boolean pending = false;
        FilePiece start = new FilePiece(path, 0, bytes, bytes);
        try (InputStream in = new PieceInput(start)) {
            byte[] block = new byte[64 << 10];
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                for (int i = 0; i < count; i++) {
                    if (block[i] == '\n') {
                        ends++;
                        pending = false;
                    } else {
                        ends += pending ? 1 : 0;
                        pending = returns && block[i] == '\r';
                    }
                }
            }
        }
        return ends + (pending ? 1 : 0);
    }
}

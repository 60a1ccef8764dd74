package io.gleamflow.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Goes on when nobody reads any more: where rows are rejected on their way to a program, which ones they are must not depend
 * on how many the program has read.
 */
final class UnreadOutput extends FilterOutputStream {

    private boolean gone;

    private UnreadOutput(OutputStream out) {
        super(out);
    }

    /** What a program reads from, or that and beyond. */
    static OutputStream of(OutputStream out, TaskRejects.OfProgram rejects) {
        return rejects.wantsAll() ? new UnreadOutput(out) : out;
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        if (!gone) {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                gone = true;
            }
        }
    }

    @Override
    public void flush() {
        // the stream behind has no buffer
    }
}

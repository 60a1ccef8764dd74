package io.gleamflow.process;

import java.io.IOException;
import java.io.InputStream;

/**
 * The standard output of a child, which knows whether its reader waits. A reader that is busy elsewhere holds the child up
 * itself; one that waits shows that the child is silent.
 */
final class Outlet extends InputStream {

    private final InputStream in;

    /** When the reader began to wait, never 0; or 0 while it does not. */
    private volatile long waitingSince;

    private volatile boolean ended;

    Outlet(InputStream in) {
        this.in = in;
    }

    /** Whether the reader has seen the end or given up. */
    boolean ended() {
        return ended;
    }

    /** How long the reader has been waiting. */
    long waitingNanos() {
        long since = waitingSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        waitingSince = System.nanoTime() | 1;
        try {
            int n = in.read(bytes, offset, length);
            ended |= n < 0;
            return n;
        } catch (IOException e) {
            ended = true;
            throw e;
        } finally {
            waitingSince = 0;
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        ended = true;
        in.close();
    }
}

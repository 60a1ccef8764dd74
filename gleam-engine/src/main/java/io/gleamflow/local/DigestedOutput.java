package io.gleamflow.local;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Writes at once and unbuffered, and makes the SHA-256 of what is written: of much of it on a thread of its own, beside whatever
 * makes more. That thread ends with {@link #close}, which any thread may call to give up; what is written then is in no sum.
 * Otherwise used by one thread after the other.
 */
final class DigestedOutput extends OutputStream {

    private static final int BLOCK = 128 << 10;
    private static final int BLOCKS = 4;

    /** Of less than that the sum is made before a thread would have started. */
    private static final long MUCH = 4 << 20;

    private final OutputStream out;
    private final MessageDigest sum = sha256();
    private long written;
    private @Nullable Summing summing;

    DigestedOutput(OutputStream out) {
        this.out = out;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        out.write(bytes, start, length);
        written += length;
        if (summing == null && written >= MUCH) {
            summing = new Summing(sum);
        }
        if (summing == null) {
            sum.update(bytes, start, length);
        } else {
            summing.add(bytes, start, length);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (summing != null) {
                summing.end();
            }
        }
    }

    /** The SHA-256 of all, once this is closed; asked once. */
    String sum() {
        if (summing != null) {
            summing.await();
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    /** A thread that adds blocks to a sum. It never waits for anything but blocks, so that waiting for it ends without interruption. */
    private static final class Summing {
        private final MessageDigest sum;
        private final byte[][] blocks = new byte[BLOCKS][BLOCK];
        private final int[] lengths = new int[BLOCKS];
        private final Semaphore free = new Semaphore(BLOCKS);
        private final Semaphore full = new Semaphore(0);
        private final Thread thread = new Thread(this::run, "gleam-digest");
        private int next;
        private boolean ended;
        private volatile boolean well;

        Summing(MessageDigest sum) {
            this.sum = sum;
            thread.setDaemon(true);
            thread.start();
        }

        void add(byte[] bytes, int start, int length) {
            for (int done = 0; done < length; ) {
                int count = Math.min(BLOCK, length - done);
                free.acquireUninterruptibly();
                put(bytes, start + done, count);
                done += count;
            }
        }

        /** A block without bytes is the last: none comes behind it. */
        private synchronized void put(byte[] bytes, int start, int length) {
            if (!ended) {
                ended = length == 0;
                System.arraycopy(bytes, start, blocks[next], 0, length);
                lengths[next] = length;
                next = (next + 1) % BLOCKS;
                full.release();
            }
        }

        void end() {
            free.acquireUninterruptibly();
            put(new byte[0], 0, 0);
        }

        private void run() {
            try {
                full.acquireUninterruptibly();
                for (int i = 0; lengths[i] > 0; i = (i + 1) % BLOCKS) {
                    sum.update(blocks[i], 0, lengths[i]);
                    free.release();
                    full.acquireUninterruptibly();
                }
                well = true;
            } finally {
                // who adds more after a failure here is told at the end
                free.release(Integer.MAX_VALUE / 2);
            }
        }

        void await() {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (!well) {
                throw new IllegalStateException("the SHA-256 of an output could not be made");
            }
        }
    }
}

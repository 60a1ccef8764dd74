package io.gleamflow.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Runs a reader on inputs that are made one after the other. Each input has a random of its own, so that its number and the
 * seed are enough to have it again. What a reader throws is a failure of the test; so is more memory than its input allows,
 * and an input that is not read in time, whatever the reader does then.
 *
 * @param constant bytes that may be allocated for any input
 * @param factor bytes that may be allocated for each byte of the input
 */
record Fuzz(String name, int inputs, long constant, long factor) {

    private static final long SEED = Long.getLong("gleam.fuzz.seed", 1);

    /** How many times as many inputs as usual. */
    private static final int ROUNDS = Integer.getInteger("gleam.fuzz.rounds", 1);

    /** Only what hangs takes so long, also on a machine that does much else. */
    private static final long PATIENCE_MILLIS = 20_000;

    /** Less than threads have by default, so that a stack that just suffices is found. */
    private static final long STACK = 512 << 10;

    private static final int SHOWN = 4000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Makes an input. */
    @FunctionalInterface
    interface Maker {
        byte[] make(Random random) throws Exception;
    }

    /** Reads an input; what is refused as it should be is caught already. */
    @FunctionalInterface
    interface Reader {
        void read(byte[] input) throws Exception;
    }

    static int inputs(int usual) {
        return Math.multiplyExact(usual, ROUNDS);
    }

    static Random random(String name, int number) {
        return new Random((SEED * 31 + name.hashCode()) * 0x9e37_79b9_7f4a_7c15L + number * 0x2545_f491_4f6c_dd1dL);
    }

    /** Makes and reads all inputs. */
    void run(Maker maker, Reader reader) throws InterruptedException {
        Loop loop = new Loop(maker, reader);
        Thread thread = new Thread(null, loop, "fuzz-" + name, STACK);
        thread.setDaemon(true);
        thread.start();
        int seen = -1;
        long since = System.nanoTime();
        while (thread.isAlive()) {
            thread.join(100);
            if (loop.number != seen) {
                seen = loop.number;
                since = System.nanoTime();
            } else if (thread.isAlive() && System.nanoTime() - since > PATIENCE_MILLIS * 1_000_000) {
                String trace = Arrays.stream(thread.getStackTrace())
                        .limit(40)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
                throw new AssertionError(loop.told("is not read in time" + trace));
            }
        }
        if (loop.failure != null) {
            throw loop.failure;
        }
    }

    private final class Loop implements Runnable {
        private final Maker maker;
        private final Reader reader;
        private volatile int number;
        private volatile byte[] input = {};
        private volatile @org.jspecify.annotations.Nullable AssertionError failure;

        Loop(Maker maker, Reader reader) {
            this.maker = maker;
            this.reader = reader;
        }

        @Override
        public void run() {
            int count = Fuzz.inputs(inputs);
            for (int i = 0; i < count && failure == null; i++) {
                try {
                    input = maker.make(random(name, i));
                    number = i;
                    one();
                } catch (Exception | Error e) {
                    failure = new AssertionError(told("throws " + e), e);
                }
            }
        }

        /** Read again when it took much memory: the first time may have loaded classes. */
        private void one() throws Exception {
            long allowed = constant + factor * input.length;
            if (allocated() > allowed) {
                long allocated = allocated();
                if (allocated > allowed) {
                    throw new AssertionError(allocated + " bytes are allocated for " + input.length);
                }
            }
        }

        private long allocated() throws Exception {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            reader.read(input);
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }

        private String told(String what) {
            byte[] shown = Arrays.copyOf(input, Math.min(SHOWN, input.length));
            return "%s, seed %d, input %d of %d bytes %s%nhex: %s%ntext: %s"
                    .formatted(
                            name,
                            SEED,
                            number,
                            input.length,
                            what,
                            HexFormat.of().formatHex(shown),
                            new String(shown, StandardCharsets.UTF_8));
        }
    }
}

package io.gleamflow.local;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A thread that writes to a child while another reads from it; it does not outlive what it is closed with. */
final class Feeder implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Thread thread;
    private final Runnable onFailure;
    private volatile @Nullable Throwable thrown;
    private volatile boolean enough;

    /** Writes everything there is. */
    interface Feed {
        void run() throws IOException;
    }

    private Feeder(String name, Feed feed, Runnable onFailure) {
        this.onFailure = onFailure;
        thread = new Thread(() -> run(feed), name);
    }

    /**
     * Starts writing. A child that reads no more ends it quietly.
     *
     * @param onFailure ends the child: called when writing failed for another reason, so that whoever reads from it does not
     *     wait for ever, and when reading has failed, so that nobody writes for ever
     */
    static Feeder start(String name, Feed feed, Runnable onFailure) {
        Feeder feeder = new Feeder(name, feed, onFailure);
        feeder.thread.setDaemon(true);
        feeder.thread.start();
        return feeder;
    }

    private void run(Feed feed) {
        try {
            feed.run();
        } catch (ReaderGoneException gone) {
            // the child's end says whether that is wrong
        } catch (IOException | RuntimeException | Error e) {
            if (!enough) {
                thrown = e;
                onFailure.run();
            }
        }
    }

    /** Waits for the end of writing and throws what ended it early. */
    void join() throws IOException, InterruptedException {
        thread.join();
        throwFailure();
    }

    /** Throws what ended writing early, if anything has. */
    void throwFailure() throws IOException {
        Throwable failure = thrown;
        if (failure instanceof IOException io) {
            throw io;
        } else if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    /** Says that nobody wants more: ends a writer that waits for rows or reads them, and whatever that makes it throw. */
    void enough() {
        enough = true;
        thread.interrupt();
    }

    /** Ends the thread if it has not ended, however the child has. */
    @Override
    public void close() {
        enough();
        if (thread.isAlive()) {
            // no interruption reaches who writes into a pipe that nobody reads any more
            onFailure.run();
        }
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.gleamflow.local;

import io.gleamflow.process.ChildProcesses;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Workers that outlive a run and serve the next: to start one takes longer than most tests do. They end when this is closed, when
 * a run that uses them fails or is ended, and with this process, as all children do. For one run after the other.
 */
public final class KeptWorkers implements AutoCloseable {

    private final Path directory;
    private @Nullable Held held;
    private int number;

    /** @param directory for what workers write, private to the user; it exists, and the caller removes it */
    public KeptWorkers(Path directory) {
        this.directory = directory;
    }

    private record Held(ChildProcesses children, WorkerPool pool) {}

    /** Those there are, or others when a run has ended those. */
    synchronized WorkerPool pool(RunOptions options) throws IOException {
        Held now = held;
        if (now == null || now.pool().isAborted()) {
            close();
            now = open(options);
            held = now;
        }
        return now.pool();
    }

    private Held open(RunOptions options) throws IOException {
        Path own = directory.resolve("workers-" + number++);
        LocalRunner.createPrivate(own);
        ChildProcesses children = ChildProcesses.open(own);
        return new Held(children, new WorkerPool(children, options.in(own, options.stateDirectory())));
    }

    @Override
    public synchronized void close() {
        Held now = held;
        held = null;
        if (now == null) {
            return;
        }
        try {
            if (!now.pool().isAborted()) {
                now.pool().awaitArchive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            now.children().close();
        }
    }
}

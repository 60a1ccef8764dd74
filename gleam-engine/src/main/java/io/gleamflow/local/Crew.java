package io.gleamflow.local;

import io.gleamflow.process.ChildProcesses;
import io.gleamflow.run.RunOptions;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * What looks after the children of a run, and the workers among them. It is got ready on a thread of its own while the flow is
 * planned, since the system takes its time to start a process.
 */
final class Crew implements AutoCloseable {

    /** Both, from when they are ready. */
    private record Ready(ChildProcesses children, WorkerPool workers) {}

    private final FutureTask<Ready> coming;
    private boolean closed;

    private Crew(FutureTask<Ready> coming) {
        this.coming = coming;
    }

    /**
     * Begins to get it ready.
     *
     * @param options whose work directory exists
     * @param log hears, when the run ends, of each process that had to be ended
     */
    static Crew of(RunOptions options, Consumer<String> log) {
        FutureTask<Ready> coming = new FutureTask<>(() -> {
            ChildProcesses children = ChildProcesses.open(options.workDirectory(), ChildProcesses.GRACE, log);
            return new Ready(children, new WorkerPool(children, options));
        });
        Thread thread = new Thread(coming, "gleam-crew");
        thread.setDaemon(true);
        thread.start();
        return new Crew(coming);
    }

    /** Waits until it is ready; there is nothing to wait for when that has been done before. */
    ChildProcesses children() throws IOException, InterruptedException {
        return ready().children();
    }

    /** The run's own workers, likewise. */
    WorkerPool workers() throws IOException, InterruptedException {
        return ready().workers();
    }

    private Ready ready() throws IOException, InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException failed) {
                throw failed;
            } else if (cause instanceof RuntimeException failed) {
                throw failed;
            } else if (cause instanceof Error failed) {
                throw failed;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** Ends all children, once there are any; a second time it does nothing. Called by the thread that began. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        while (true) {
            try {
                coming.get().children().close();
                break;
            } catch (ExecutionException neverReady) {
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
